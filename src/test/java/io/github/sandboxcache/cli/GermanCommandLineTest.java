package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.text.TextLanguage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards that people read their language and programs always read the same. */
class GermanCommandLineTest {
  private static final List<String> VERBS =
      List.of(
          "",
          "ls",
          "stats",
          "usage",
          "usage find",
          "usage import",
          "history",
          "inspect",
          "diff",
          "install",
          "prewarm",
          "restore",
          "prune",
          "clear",
          "remove",
          "orphans",
          "orphans name",
          "orphans remove",
          "push",
          "pull",
          "remote",
          "remote ls",
          "remote prune",
          "pin",
          "unpin",
          "pins",
          "wrap",
          "mcp",
          "engines",
          "doctor",
          "picture",
          "key");

  @Test
  void peopleReadTheirLanguage() {
    CommandLineRun run = german("ls", "--sample");
    assertThat(run.out())
        .contains("Beispieldaten", "GRÖSSE", "BENUTZT VON", "vor 9 d", "6,1 GB", "Basis-Images");
    assertThat(german("prune", "--sample", "--dry-run").out())
        .contains("unter den neuesten 3 seiner Sprache", "Nichts wurde entfernt.");
    assertThat(german("prune", "--sample", "--keep", "-1").err())
        .contains("--keep nimmt eine ganze Zahl", "Hilfe: sandbox-cache prune --help");
  }

  @ParameterizedTest
  @CsvSource({
    "ls --nonsense, Unbekannte Option: „--nonsense“",
    "lss, Unbekanntes Verb oder Argument: „lss“",
    "install, Es fehlt: LANGUAGE",
    "ls --engine, Es fehlt: --engine=URI",
    "prune --keep 1 --keep 2, --keep=N steht zweimal da."
  })
  void wrongUsageIsSaidInTheirLanguage(String line, String words) {
    assertThat(german(line.split(" ", -1)).err()).startsWith(words + "\nHilfe: sandbox-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls --json",
        "stats --json",
        "usage --json",
        "usage find --json",
        "usage --csv",
        "history --json",
        "pins --json",
        "engines --json",
        "doctor --json",
        "prune --dry-run --json",
        "clear --dry-run --json",
        "remove mcp-sandbox-go:0123456789ab ubuntu --dry-run --json",
        "orphans --prove --json",
        "orphans name --json",
        "orphans remove abc --json",
        "pin mcp-sandbox-go:0123456789ab --json",
        "unpin fff --json",
        "install python pandas --json",
        "prewarm --dry-run --json",
        "restore --last --json",
        "key python pandas --json",
        "usage --json --csv",
        "prune --keep=-1 --json"
      })
  void programsReadTheSameWhateverTheLocale(String line) {
    String[] arguments = (line + (line.startsWith("key") ? "" : " --sample")).split(" ");
    CommandLineRun english = CommandLineRun.of(access(), arguments);
    assertThat(german(arguments)).isEqualTo(english);
    assertThat(english.out() + english.err()).isNotEmpty();
  }

  /** What picocli looks up by itself is found, in both languages, and nothing is kept in vain. */
  @ParameterizedTest
  @EnumSource(TextLanguage.class)
  void everyTextOfTheHelpIsShown(TextLanguage language) {
    try (var _ = InLocale.of(language.locale())) {
      StringBuilder shown = new StringBuilder();
      for (String verb : VERBS) {
        shown.append(CommandLineRun.of(access(), (verb + " --help").strip().split(" ")).out());
      }
      String help = words(shown.toString());
      ResourceBundle texts = HelpText.bundle();
      for (String key : new TreeSet<>(texts.keySet())) {
        if (!key.startsWith("problem.")) {
          assertThat(help).as(key).contains(words(texts.getString(key).replace("%n", " ")));
        }
      }
    }
  }

  private static CommandLineRun german(String... arguments) {
    try (var _ = InLocale.of(Locale.GERMANY)) {
      return CommandLineRun.of(access(), arguments);
    }
  }

  private static SampleAccess access() {
    return new SampleAccess(
        (request, _, _) ->
            InstallResult.failed(
                Duration.ofSeconds(1), List.of(new InstallProblem.NoBaseImage(Language.PYTHON))));
  }

  /** Without blanks: lines are broken at any hyphen. */
  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }
}
