package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sandboxlog.SandboxSession.Told;
import io.github.sandboxcache.domain.usage.ImportedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log gives exactly what it tells, however often it is read. */
class SandboxLogImportTest {
  private final MemoryLedger ledger = new MemoryLedger();
  private final SandboxLogImport logs = new SandboxLogImport(ledger, Clock.systemUTC());

  @TempDir private Path directory;

  @Test
  void aRealSessionGivesExactlyItsFactsAndAgainNone() throws IOException {
    SandboxSession session = SandboxSession.real(7, 4_000);
    Path log = Files.write(directory.resolve("mcp.log"), session.bytes());
    int facts = session.facts().size();

    ImportedFile first = logs.read(log, _ -> {});
    ImportedFile again = logs.read(log, _ -> {});

    assertThat(facts).isGreaterThan(1_000);
    assertThat(session.skipped()).isGreaterThan(100);
    assertThat(ledger.facts().stream().map(Told::of))
        .containsExactlyInAnyOrderElementsOf(session.facts());
    assertThat(first)
        .isEqualTo(
            new ImportedFile(log.toString(), session.lines(), facts, 0, first.skippedBecause()));
    assertThat(first.skipped()).isEqualTo(session.skipped());
    assertThat(again)
        .isEqualTo(
            new ImportedFile(log.toString(), session.lines(), 0, facts, first.skippedBecause()));
  }

  @Test
  void theSameLogFromAnotherPlaceOrPackedOrAppendedToItselfAddsNothing() throws IOException {
    byte[] bytes = SandboxSession.real(8, 500).bytes();
    byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }

    ImportedFile first = read(bytes);
    assertThat(read(packed.toByteArray()).facts()).isZero();
    ImportedFile doubled = read(twice);

    assertThat(doubled.facts()).isZero();
    assertThat(doubled.duplicates()).isEqualTo(2 * first.facts());
  }

  @Test
  void theLastLineCountsWithoutItsEndWhenItIsWhole() throws IOException {
    SandboxSession session = new SandboxSession(3);
    while (session.facts().isEmpty()) {
      session.factLine();
    }
    String log = new String(session.bytes(), StandardCharsets.UTF_8).strip();

    ImportedFile cut = read(log.substring(0, log.length() - 1).getBytes(StandardCharsets.UTF_8));
    ImportedFile whole = read(log.getBytes(StandardCharsets.UTF_8));

    assertThat(cut.skipped()).isEqualTo(1);
    assertThat(cut.facts() + whole.facts()).isEqualTo(session.facts().size());
    assertThat(whole.linesRead()).isEqualTo(cut.linesRead()).isEqualTo(session.lines());
  }

  @Test
  void nothingHasNoLines() throws IOException {
    assertThat(read(new byte[0])).isEqualTo(new ImportedFile("-", 0, 0, 0, Map.of()));
  }

  private ImportedFile read(byte[] bytes) throws IOException {
    return logs.read(new ByteArrayInputStream(bytes), "-", _ -> {});
  }
}
