package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards who is taken for the one that goes on in the sandbox with what root installs. */
class ProjectUserTest {
  private static final Map<String, String> ANSWERS =
      Map.of("id -u", "1001", "id -g", "100", "printenv HOME", "/home/dev");

  @Test
  void itIsTheUserOfTheBaseImageAtHomeWhereTheEngineSays() {
    ProjectUser user = ProjectUser.of("dev", answering(ANSWERS));
    assertThat(user.owner()).isEqualTo("1001:100");
    assertThat(user.variables(Map.of("A", "b")))
        .containsExactlyInAnyOrderEntriesOf(Map.of("A", "b", "HOME", "/home/dev"));
  }

  @Test
  void aHomeThatTheBaseImageNamesStays() {
    assertThat(ProjectUser.of("dev", answering(ANSWERS)).variables(Map.of("HOME", "/own")))
        .isEqualTo(Map.of("HOME", "/own"));
  }

  @Test
  void itIsTheSandboxsUserWhereTheBaseImageRunsAsRoot() {
    assertThat(ProjectUser.of("", answering(ANSWERS)).owner()).isEqualTo("1000:1000");
    ProjectUser root = ProjectUser.of("root", answering(Map.of("id -u", "0", "id -g", "0")));
    assertThat(root.owner()).isEqualTo("1000:1000");
    assertThat(root.variables(Map.of())).isEmpty();
  }

  @Test
  void itIsTheSandboxsUserWhereTheImagesProgramsDoNotSay() {
    assertThat(ProjectUser.of("dev", answering(Map.of())).owner()).isEqualTo("1000:1000");
    assertThat(ProjectUser.of("dev", answering(Map.of("id -u", "-R", "id -g", "/"))).owner())
        .isEqualTo("1000:1000");
  }

  private static ProjectUser.Programs answering(Map<String, String> answers) {
    return (arguments, onLine) -> {
      String answer = answers.get(String.join(" ", arguments));
      Optional.ofNullable(answer).ifPresent(onLine);
      return answer == null ? 127 : 0;
    };
  }
}
