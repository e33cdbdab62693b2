package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageLedgerException.Reason;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards what is shown where the window cannot open. */
class CacheInWordsTest {
  @Test
  void withoutDisplayOneLineSaysSoAndTheOverviewFollows() {
    CommandLineRun run = CommandLineRun.withoutDisplay(new SampleAccess(), "--sample");

    assertThat(run.code()).isZero();
    assertThat(run.err().lines()).singleElement().asString().contains("No display", "picture");
    assertThat(run.out())
        .startsWith(CommandLineRun.of(new SampleAccess(), "stats", "--sample").out());
  }

  @Test
  void theTenLargestImagesStandAsLsHasThem() {
    String ls = CommandLineRun.of(new SampleAccess(), "ls", "--sample", "--sort", "size").out();

    String out = CommandLineRun.withoutDisplay(new SampleAccess(), "--sample").out();

    assertThat(names(out)).hasSize(10).containsExactlyElementsOf(names(ls).subList(0, 10));
  }

  private static List<String> names(String out) {
    return out.lines()
        .filter(line -> line.startsWith("mcp-sandbox-"))
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }

  @Test
  void withoutEngineItSaysWhatVerbsSay() {
    CommandLineRun run = CommandLineRun.withoutDisplay(new SampleAccess());

    assertThat(run.code()).isEqualTo(ExitCode.NO_ENGINE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith(CommandLineRun.of(new SampleAccess(), "ls").err());
  }

  @Test
  void usesThatCannotBeReadAreAFailureAsForVerbs() {
    SampleAccess access =
        new SampleAccess()
            .withLedgerFailingAt(
                "report",
                new UsageLedgerException(
                    "/home/ada/usage.db", Reason.DAMAGED, new IOException("broken")));

    CommandLineRun run = CommandLineRun.withoutDisplay(access, "--engine", SampleAccess.URI);

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("The 10 largest images");
  }

  @Test
  void whatContradictsItselfIsStillWrongUsage() {
    assertThat(CommandLineRun.withoutDisplay(new SampleAccess(), "--json").code())
        .isEqualTo(ExitCode.WRONG_USAGE);
  }
}
