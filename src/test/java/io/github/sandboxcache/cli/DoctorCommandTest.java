package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.testing.InLocale;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the verb {@code doctor} says, to people and to programs. */
class DoctorCommandTest {
  @Test
  void withoutAnEngineEachLineSaysWhatIsWrongAndWhatToDo() {
    CommandLineRun run = CommandLineRun.of(new SampleAccess(), "doctor");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out())
        .contains(
            "problem  Engine",
            "problem  Permissions",
            "\u2192 To get permission, run: sudo usermod -aG docker",
            "ok       Settings",
            "unknown  Clock");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void warningsAloneAreNoFailure() {
    CommandLineRun run = CommandLineRun.of(new SampleAccess(), "doctor", "--sample");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("ok       Engine", "warning  Followed log").endsWith("\n");
    assertThat(run.out().lines().reduce((_, last) -> last).orElseThrow())
        .isEqualTo("0 problems, 1 warning");
  }

  @Test
  void documentHasExactlyTheseFields() {
    JsonNode document =
        CommandLineRun.of(new SampleAccess(), "doctor", "--sample", "--json").document();
    assertThat(document.fieldNames())
        .toIterable()
        .containsExactly("problems", "warnings", "checks");
    assertThat(document.get("checks"))
        .allSatisfy(
            check ->
                assertThat(check.fieldNames())
                    .toIterable()
                    .containsExactly("check", "state", "found", "advice"));
    assertThat(document.get("checks"))
        .extracting(check -> check.get("check").textValue())
        .contains("engine", "engine-disk", "saves");
    assertThat(document.get("warnings").longValue()).isEqualTo(1);
  }

  @Test
  void aGermanReadsItInGerman() {
    try (InLocale _ = InLocale.of(Locale.GERMANY)) {
      assertThat(CommandLineRun.of(new SampleAccess(), "doctor").out())
          .contains("Problem    Engine", "unbekannt  Uhr", "Warnung    Verfolgtes Protokoll");
    }
  }
}
