package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards that who works in a project can go on with what root installed there. */
class OwnershipTest {
  private static final String NEW =
      " -xdev -user 0 -cnewer /sandbox-cache-install/start -exec chown -h ";

  @Test
  void whatIsNewAndRootsGoesToTheOwnerOfItsProject() {
    assertThat(commands(List.of("/workspace"), Map.of("/workspace", "1000:1000")))
        .containsExactly("find -H /workspace" + NEW + "1000:1000 {} +");
  }

  @Test
  void aProjectOfRootStaysAsItIs() {
    assertThat(commands(List.of("/workspace"), Map.of("/workspace", "0:0"))).isEmpty();
  }

  @Test
  void aDirectoryThatIsNotThereYetBelongsToWhomTheNearestAboveItBelongs() {
    assertThat(commands(List.of("/home/dev/go/pkg/mod"), Map.of("/home/dev", "1001:100")))
        .containsExactly("find -H /home/dev/go/pkg/mod" + NEW + "1001:100 {} +");
    assertThat(commands(List.of("/workspace"), Map.of("/home", "1001:100"))).isEmpty();
  }

  @Test
  void nothingIsGivenToWhatIsNoUsersNumber() {
    assertThat(commands(List.of("/workspace"), Map.of("/workspace", "--help"))).isEmpty();
  }

  @Test
  void aFindThatCannotTellWhatIsNewGivesAllOfRootsWhereRootHadNothing() {
    assertThat(text(withoutTimes(List.of())))
        .containsExactly("find -H /workspace -xdev -user 0 -exec chown -h 1000:1000 {} +");
  }

  /** What the base has of root's stays root's. */
  @Test
  void aFindThatCannotTellWhatIsNewGivesNothingWhereRootHadSomething() {
    assertThat(text(withoutTimes(List.of("/workspace/locked")))).isEmpty();
  }

  private static Ownership withoutTimes(List<String> ofRoot) {
    return Ownership.before(
        List.of("/workspace"),
        "/workspace"::equals,
        (arguments, onLine) -> {
          if (arguments.getFirst().equals("stat")) {
            onLine.accept("1000:1000");
          } else if (arguments.contains("-user")) {
            ofRoot.forEach(onLine);
          }
          return arguments.contains("-cnewer") ? 1 : 0;
        });
  }

  @Test
  void projectsAreTheWorkspaceAndWhereToolsKeepWhatTheyLoaded() {
    assertThat(projects(Language.JAVASCRIPT)).containsExactly("/workspace");
    assertThat(projects(Language.GO)).containsExactly("/workspace", "/g", "/g/pkg/mod");
    assertThat(projects(Language.RUST)).containsExactly("/workspace", "/c");
    assertThat(projects(Language.PYTHON)).isEmpty();
  }

  private static List<String> projects(Language language) {
    return Recipe.of(language)
        .orElseThrow()
        .projects(Map.of("GOPATH", "/g:/other", "CARGO_HOME", "/c"));
  }

  private static List<String> commands(List<String> directories, Map<String, String> owners) {
    return text(
        Ownership.before(
            directories,
            owners::containsKey,
            (arguments, onLine) -> {
              if (arguments.getFirst().equals("stat")) {
                onLine.accept(owners.getOrDefault(arguments.getLast(), "0:0"));
              }
              return 0;
            }));
  }

  private static List<String> text(Ownership ownership) {
    return ownership.steps().stream()
        .filter(Run.class::isInstance)
        .map(step -> String.join(" ", ((Run) step).arguments()))
        .toList();
  }
}
