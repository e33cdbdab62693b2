package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.text.Versions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Guards what {@code usage import} says and that one bad log does not stop the others. */
class UsageImportCommandTest {
  private static final String LOG =
      """
      {"jsonrpc":"2.0","id":1,"result":{}}
      {"time":1772352000000,"pid":1,"hostname":"h","component":"PackageCache","language":"go",\
      "packages":["x"],"msg":"Package cache miss - installing packages"}
      {"time":1772352001000,"pid":1,"hostname":"h","component":"PackageCache","language":"go",\
      "packages":["x"],"msg":"Package installation failed","error":"no"}
      {"component":"PackageCache",
      """;

  private final SqliteLedger ledger = Ledgers.empty();
  private final LogImport logs = new SandboxLogImport(ledger, Clock.systemUTC());

  @TempDir private Path directory;

  @Command(name = "usage")
  private record Parent() {}

  private record Run(int code, String out, String err) {
    JsonNode document() throws JsonProcessingException {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @Test
  void theDocumentHasExactlyTheseFields() throws IOException {
    Path log = Files.writeString(directory.resolve("a.log"), LOG);
    Run run = run(() -> logs, "--json", log.toString(), log.toString());
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.document())
        .hasToString(
            ("{'files':[{'path':'%1$s','linesRead':4,'facts':2,'skipped':1,'duplicates':0,'skippedBecause':{'BROKEN':1}},"
                 + "{'path':'%1$s','linesRead':4,'facts':0,'skipped':1,'duplicates':2,'skippedBecause':{'BROKEN':1}}]}")
                .formatted(log)
                .replace('\'', '"'));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void standardInputIsALog() throws IOException {
    assertThat(run(() -> logs, "--json", "-").document().at("/files/0"))
        .hasToString(
            "{'path':'-','linesRead':4,'facts':2,'skipped':1,'duplicates':0,'skippedBecause':{'BROKEN':1}}"
                .replace('\'', '"'));
  }

  @Test
  void whatCannotBeReadIsNamedAndTheOthersGoOn() throws IOException {
    Path log = Files.writeString(directory.resolve("a.log"), LOG);
    Path absent = directory.resolve("no\u001bsuch.log");
    Run run = run(() -> logs, "--json", absent.toString(), directory.toString(), log.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.document().get("files")).hasSize(1);
    assertThat(run.err())
        .contains("no\\u001bsuch.log: no such file")
        .contains(directory + ": it is a directory");
  }

  @Test
  void peopleGetATable() throws IOException {
    Path log = Files.writeString(directory.resolve("a.log"), LOG);
    assertThat(run(() -> logs, log.toString()).out())
        .isEqualTo(
            """
            LINES  NEW FACTS  ALREADY KNOWN  SKIPPED  LOG
                4          2              0        1  %1$s
            %1$s: 1 line that is cut off or has an unknown form skipped
            """
                .formatted(log));
  }

  @ParameterizedTest
  @CsvSource({
    "FD377A585A00, xz, xz -dc",
    "504B030414000000, zip, unzip -p",
    "28B52FFD2400, zstd, zstd -dc",
    "425A683931415926, bzip2, bzip2 -dc",
    "377ABCAF271C, 7z, 7z e -so",
    "04224D186440, lz4, lz4 -dc"
  })
  void aLogPackedByAnotherToolSaysWhichAndHowToReadIt(String bytes, String name, String tool)
      throws IOException {
    Path packed = Files.write(directory.resolve("a.log.packed"), HexFormat.of().parseHex(bytes));
    Path log = Files.writeString(directory.resolve("a.log"), LOG);
    Run run = run(() -> logs, "--json", packed.toString(), log.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.document().get("files")).hasSize(1);
    assertThat(run.err())
        .contains("it is compressed as " + name + ".")
        .contains(tool + " " + packed + " | sandbox-cache usage import -")
        .doesNotContain("Exception");
  }

  @Test
  void ofGzipDataThatBreaksOffWhatWasReadStays() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(LOG.getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = bytes.toByteArray();
    Path cut = Files.write(directory.resolve("a.gz"), Arrays.copyOf(whole, whole.length - 6));
    Run run = run(() -> logs, "--json", cut.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("its gzip data is truncated").doesNotContain("Exception");
    Path log = Files.writeString(directory.resolve("a.log"), LOG);
    assertThat(run(() -> logs, "--json", log.toString()).document().at("/files/0/duplicates"))
        .hasToString("2");
  }

  @Test
  void aLedgerThatCannotBeUsedIsAFailure() throws IOException {
    Supplier<LogImport> broken =
        () -> {
          throw new UsageLedgerException("usage.db", new IOException("disk full"));
        };
    Run run = run(broken, "--json", "-");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.document()).hasToString("{\"files\":[]}");
    assertThat(run.err()).contains("disk full");
  }

  @Test
  void withoutALogOrIntoASampleIsWrongUsage() {
    assertThat(run(() -> logs).code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run(() -> logs, "--sample", "-").code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void helpHasWordsForEverything() {
    assertThat(run(() -> logs, "--help").out())
        .contains("Take hits, misses, installs, failed saves and removals")
        .contains("A log of the sandbox server");
  }

  private static Run run(Supplier<LogImport> logs, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            true);
    RootCommand root =
        new RootCommand(
            console,
            (_, _) -> ExitCode.FAILED,
            CommandLineRun::untouched,
            Clock.fixed(SampleAccess.NOW, ZoneOffset.UTC),
            new Versions("1", "26"));
    String[] words = new String[arguments.length + 2];
    words[0] = "usage";
    words[1] = "import";
    System.arraycopy(arguments, 0, words, 2, arguments.length);
    CommandLine usage =
        new CommandLine(new Parent())
            .addSubcommand(new UsageImportCommand(root::session, logs, console.in()));
    int code =
        new CommandLine(root.spec())
            .addSubcommand(usage)
            .setResourceBundle(HelpText.bundle())
            .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
            .execute(words);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
