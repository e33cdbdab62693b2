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
    assertThat(commands("/workspace", Map.of("/workspace", "1001:100 755")))
        .containsExactly("find -H /workspace" + NEW + "1001:100 {} +");
  }

  @Test
  void aProjectOfRootStaysAsItIs() {
    assertThat(commands("/workspace", Map.of("/workspace", "0:0 755"))).isEmpty();
  }

  /** As GOPATH, CARGO_HOME and GEM_HOME in the usual images of these languages. */
  @Test
  void whatIsNewWhereEverybodyMayWriteGoesToWhoGoesOn() {
    for (String mode : List.of("777", "1777", "757")) {
      assertThat(commands("/go", Map.of("/go", "0:0 " + mode)))
          .containsExactly("find -H /go" + NEW + "1000:1000 {} +");
    }
  }

  @Test
  void aDirectoryThatIsNotThereYetBelongsToWhomTheNearestAboveItBelongs() {
    assertThat(commands("/home/dev/go/pkg/mod", Map.of("/home/dev", "1001:100 700")))
        .containsExactly("find -H /home/dev/go/pkg/mod" + NEW + "1001:100 {} +");
  }

  @Test
  void aDirectoryThatIsNotThereYetBelongsToWhoGoesOnWhereThatIsRoot() {
    assertThat(commands("/workspace", Map.of("/", "0:0 755")))
        .containsExactly("find -H /workspace" + NEW + "1000:1000 {} +");
  }

  @Test
  void whatRootHasForItselfStaysRoots() {
    assertThat(commands("/root/go", Map.of("/root", "0:0 700"))).isEmpty();
  }

  @Test
  void nothingIsGivenToWhatIsNoUsersNumber() {
    for (String status : List.of("--help", "1000:1000", "dev:dev 755", "1000:1000 755 -R")) {
      assertThat(commands("/workspace", Map.of("/workspace", status))).isEmpty();
    }
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
        "1000:1000",
        "/workspace"::equals,
        (arguments, onLine) -> {
          if (arguments.getFirst().equals("stat")) {
            onLine.accept("1000:1000 755");
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
    assertThat(projects(Language.PYTHON)).containsExactly("/venv");
    assertThat(projects(Language.RUBY)).containsExactly("/gems");
    assertThat(projects(Language.BASH)).isEmpty();
  }

  private static List<String> projects(Language language) {
    return Recipe.of(language)
        .orElseThrow()
        .projects(
            Map.of(
                "GOPATH", "/g:/other",
                "CARGO_HOME", "/c",
                "GEM_HOME", "/gems",
                "VIRTUAL_ENV", "/venv",
                "PIP_TARGET", ""));
  }

  private static List<String> commands(String directory, Map<String, String> states) {
    return text(
        Ownership.before(
            List.of(directory),
            "1000:1000",
            states::containsKey,
            (arguments, onLine) -> {
              if (arguments.getFirst().equals("stat")) {
                onLine.accept(states.getOrDefault(arguments.getLast(), "0:0 755"));
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
