package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.testing.TestPins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scripts depend on the numbers, so they stand here as numbers: 0 done, 1 something failed, 2 wrong
 * usage, 3 no engine. IMAGE is an image that can go, USED one that a container uses, KEY the first
 * digits of IMAGE, ABSENT one that is not there.
 */
class ExitCodesTest {
  private static final String ABSENT = "mcp-sandbox-go:0123456789ab";
  private final EngineUnreachableException lost =
      new EngineUnreachableException("unix:///sample.sock", "broken pipe", null);
  private final EngineRefusedException refused = new EngineRefusedException(500, "disk");

  private static final JsonNode CLEAR =
      CommandLineRun.of(new SampleAccess(), "clear", "--dry-run", "--sample", "--json").document();

  @TempDir private Path directory = Path.of("");
  private final TestPins pins = new TestPins();
  private final SampleAccess access =
      new SampleAccess(
              (request, _, _) ->
                  request.packages().contains("nope")
                      ? InstallResult.failed(
                          Duration.ZERO,
                          List.of(new InstallProblem.EngineFailed("no such package")))
                      : InstallResult.installed(request, Duration.ZERO))
          .with(pins);

  private int code(String line) {
    return code(access, line);
  }

  /** The words of the line, with the names that stand for something. */
  private int code(SampleAccess of, String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      words.add(
          switch (word) {
            case "IMAGE" -> listed("removed");
            case "USED" -> listed("kept");
            case "KEY" -> listed("removed").replaceFirst(".*:", "");
            case "ABSENT" -> ABSENT;
            case "LOG" -> log();
            case "EMPTY" -> "";
            default -> word;
          });
    }
    return CommandLineRun.of(of, words.toArray(String[]::new)).code();
  }

  private static String listed(String list) {
    return CLEAR.get(list).get(0).get("reference").textValue();
  }

  private String log() {
    try {
      return Files.writeString(directory.resolve("mcp.log"), "nothing of ours\n").toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "prune --help",
        "ls --sample",
        "ls --sample --json",
        "stats --sample",
        "usage --sample",
        "usage --sample --csv",
        "usage find",
        "usage import LOG",
        "install go a.org/x --sample",
        "prune --sample",
        "prune --keep 0 --dry-run --sample",
        "clear --yes --sample",
        "clear --dry-run --sample",
        "remove IMAGE --sample",
        "remove IMAGE --dry-run --sample",
        "remove KEY --sample",
        "remove USED --sample",
        "pin ABSENT",
        "pin KEY --sample",
        "unpin ABSENT",
        "key go",
        "key go a.org/x"
      })
  void whatIsDoneIs0(String line) {
    assertThat(code(line)).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "install go nope --sample",
        "remove ABSENT --sample",
        "remove IMAGE ABSENT --sample",
        "remove mcp-sandbox-go:base --sample",
        "remove ubuntu:22.04 --sample",
        "remove fffffffffff --sample",
        "pin fffffffffff --sample",
        "unpin fffffffffff",
        "usage import no-such.log",
        "usage import LOG no-such.log"
      })
  void whatFailsIs1(String line) {
    assertThat(code(line)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prune --sample",
        "prune --dry-run --sample",
        "clear --yes --sample",
        "clear --dry-run --sample",
        "remove IMAGE --sample",
        "pin ABSENT",
        "pin KEY --sample",
        "unpin ABSENT"
      })
  void whilePinsCannotBeReadRemovingAndPinningIs1(String line) {
    pins.damage();
    assertThat(code(line)).isEqualTo(1);
    assertThat(code("ls --sample")).as("images can be listed").isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls --sample",
        "stats --sample",
        "prune --sample",
        "clear --yes --sample",
        "remove IMAGE --sample",
        "pin KEY --sample"
      })
  void anEngineThatRefusesIs1AndOneThatIsLostIs3(String line) {
    assertThat(code(new SampleAccess().withEngineFailingAt("images", refused), line)).isEqualTo(1);
    assertThat(code(new SampleAccess().withEngineFailingAt("images", lost), line)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prune --keep 0 --sample", "clear --yes --sample", "remove IMAGE --sample"})
  void aRemovalThatTheEngineRefusesIs1(String line) {
    SampleAccess refusing = new SampleAccess().withEngineFailingAt("removeReference", refused);
    assertThat(code(refusing, line)).isEqualTo(1);
  }

  @Test
  void anInstallWhoseEngineRefusesOrIsLostOrThatIsCancelledIs1() {
    for (RuntimeException failure : List.of(refused, lost, new CancellationException())) {
      SampleAccess failing =
          new SampleAccess(
              (_, _, _) -> {
                throw failure;
              });
      assertThat(code(failing, "install go a.org/x --sample --json")).isEqualTo(1);
    }
  }

  @Test
  void aLedgerThatCannotBeUsedIs1ButForTheList() {
    SampleAccess broken =
        new SampleAccess()
            .withLedgerFailingAt("report", full())
            .withLedgerFailingAt("facts", full())
            .withLedgerFailingAt("record", full());
    assertThat(code(broken, "stats --sample")).isEqualTo(1);
    assertThat(code(broken, "usage --sample")).isEqualTo(1);
    assertThat(code(broken, "usage import LOG")).isEqualTo(1);
    assertThat(code(broken, "ls --sample")).isEqualTo(0);
  }

  private static UsageLedgerException full() {
    return new UsageLedgerException("usage.db", new IOException("disk full"));
  }

  @Test
  void anErrorOfOurOwnIs1() {
    SampleAccess broken =
        new SampleAccess().withEngineFailingAt("images", new IllegalStateException("a bug"));
    assertThat(code(broken, "ls --sample")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bogus",
        "--bogus",
        "--json",
        "ls extra",
        "ls --bogus",
        "ls --sample --engine unix:///x",
        "ls --engine EMPTY",
        "stats extra",
        "stats --since soon --sample",
        "usage --kind eviction --sample",
        "usage --limit -1 --sample",
        "usage --limit x --sample",
        "usage --key xyz --sample",
        "usage --language Python --sample",
        "usage --csv --json --sample",
        "usage import",
        "usage import --sample LOG",
        "install",
        "install go",
        "install cobol x --sample",
        "prune extra --sample",
        "prune --keep",
        "prune --keep -1 --sample",
        "prune --keep 1.5 --sample",
        "clear --sample",
        "clear --yes extra --sample",
        "remove --sample",
        "pin",
        "pin ubuntu:22.04",
        "pin mcp-sandbox-go:base",
        "pin mcp-sandbox-go:ABCDEF123456",
        "unpin",
        "unpin ubuntu:22.04",
        "key",
        "key go --packages-json file",
        "key go --packages-json -"
      })
  void wrongUsageIs2(String line) {
    assertThat(code(line)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls",
        "ls --engine unix:///elsewhere",
        "stats",
        "install go a.org/x",
        "prune",
        "prune --dry-run",
        "clear --yes",
        "clear --dry-run",
        "remove ABSENT",
        "pin 0123"
      })
  void withoutAnEngineItIs3(String line) {
    assertThat(code(line)).isEqualTo(3);
  }
}
