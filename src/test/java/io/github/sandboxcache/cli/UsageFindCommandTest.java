package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.LogFindings;
import io.github.sandboxcache.domain.usage.LogOrigin;
import io.github.sandboxcache.domain.usage.LogSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Guards what {@code usage find} says, to people and to programs. */
class UsageFindCommandTest {
  private static final Path DESKTOP = Path.of("/home/me/.config/Claude/logs/mcp-server-box.log");
  private static final LogFindings SOME =
      new LogFindings(
          List.of(
              new FoundLog(
                  LogOrigin.CLAUDE_DESKTOP,
                  "~/.config/Claude/logs/mcp-server-box.log",
                  List.of(DESKTOP),
                  2_446,
                  true,
                  false,
                  false),
              new FoundLog(LogOrigin.FILE, "~/a\u001b[31m.log", List.of(), 3, false, true, false)),
          7,
          List.of(Path.of("/home/me/closed.log")),
          false);

  private static SampleAccess finding(LogFindings findings) {
    return new SampleAccess()
        .with(
            new LogSearch() {
              @Override
              public LogFindings search(List<String> followed, BooleanSupplier goOn) {
                return findings;
              }

              @Override
              public FoundLog look(Path file, List<String> followed, BooleanSupplier goOn) {
                throw new AssertionError("no file is named");
              }
            });
  }

  @Test
  void aServerIsToldInATable() {
    CommandLineRun run = CommandLineRun.of(finding(SOME), "usage", "find");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines())
        .containsExactly(
            "FROM            EVENTS  FOLLOWED  LOG",
            "Claude Desktop   2,446  –         ~/.config/Claude/logs/mcp-server-box.log",
            "Log file           ≥ 3  followed  ~/a\\u001b[31m.log",
            "Follow a log in the window's settings, or read it once: sandbox-cache usage import"
                + " FILE");
    assertThat(run.err().lines())
        .containsExactly(
            "Cannot read /home/me/closed.log.",
            "Not everything was looked into, for there is too much of it.");
  }

  @Test
  void theDocumentHasExactlyTheseFields() throws JsonProcessingException {
    CommandLineRun run = CommandLineRun.of(finding(SOME), "usage", "find", "--json");
    assertThat(run.document())
        .hasToString(
            ("{'logs':[{'origin':'CLAUDE_DESKTOP',"
                    + "'log':'~/.config/Claude/logs/mcp-server-box.log','files':['"
                    + DESKTOP
                    + "'],'events':2446,'complete':true,'followed':false},"
                    + "{'origin':'FILE','log':'~/a\\u001b[31m.log','files':[],'events':3,"
                    + "'complete':false,'followed':true}],"
                    + "'filesRead':7,'unreadable':['/home/me/closed.log'],'complete':false}")
                .replace("\\u001b", "\\u001B")
                .replace('\'', '"'));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whereNothingIsFoundThatIsSaid() {
    assertThat(
            CommandLineRun.of(
                    finding(new LogFindings(List.of(), 12, List.of(), true)), "usage", "find")
                .out())
        .isEqualTo("No log of the sandbox server found; 12 files were looked into.\n");
    assertThat(CommandLineRun.of(finding(LogFindings.NOTHING), "usage", "find").out())
        .contains("there are no files where logs are looked for");
  }
}
