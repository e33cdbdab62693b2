package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Guards that looking ahead sees what the parser will see; what it cannot see it leaves alone. */
class VerbAheadTest {
  private static VerbAhead ahead(String arguments) {
    return VerbAhead.of(List.of(arguments.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "ls --json, ls, ''",
    "--json ls, ls, ''",
    "--engine unix:///a ls, ls, unix:///a",
    "--engine=unix:///a ls, ls, unix:///a",
    "ls --engine unix:///a, ls, unix:///a",
    "--engine ls stats, stats, ls"
  })
  void theVerbAndItsEngineAreSeen(String arguments, String verb, String engine) {
    VerbAhead seen = ahead(arguments);

    assertThat(seen.name()).contains(verb);
    assertThat(seen.engineUri().orElse("")).isEqualTo(engine);
    assertThat(seen.needsEngine()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key python x",
        "pin x",
        "unpin x",
        "ls --sample",
        "--sample ls",
        "--version",
        "lss",
        "--json"
      })
  void noEngineIsLookedForWhereNoneIsNeeded(String arguments) {
    assertThat(ahead(arguments).needsEngine()).isFalse();
  }

  @Test
  void helpIsAboutAllVerbs() {
    assertThat(ahead("ls --help"))
        .isEqualTo(new VerbAhead(Optional.empty(), Optional.empty(), false));
  }

  @Test
  void everyVerbButTheseNeedsAnEngine() {
    CommandLine all = new CommandLine(CommandModelTest.MODEL);

    assertThat(all.getSubcommands().keySet())
        .filteredOn(verb -> !Set.of("key", "pin", "unpin").contains(verb))
        .isNotEmpty()
        .allSatisfy(verb -> assertThat(ahead(verb).needsEngine()).as(verb).isTrue());
  }
}
