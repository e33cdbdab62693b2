package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.LedgerFacts.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageLedgerException.Reason;
import io.github.sandboxcache.text.LedgerText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Guards that a place that fails is not taken for a damaged ledger, and that its reason is told.
 */
class LedgerFailureTest {
  @TempDir private Path directory = Path.of("");

  /** The rollback fails, since SQLite has rolled back by itself. */
  @Test
  void anErrorOfTheRollbackDoesNotHideTheFullDisk() throws Exception {
    try (Sql full = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file()))) {
      full.run("PRAGMA max_page_count = 2");

      assertThatExceptionOfType(SQLiteException.class)
          .isThrownBy(() -> Schema.migrate(full))
          .matches(e -> e.getResultCode() == SQLiteErrorCode.SQLITE_FULL);
    }
  }

  @Test
  void whatIsUpToDateIsOpenedWithoutBeingWritten() throws Exception {
    try (SqliteLedger ledger = LedgerFacts.open(file())) {
      ledger.record(List.of(fact(FactKind.HIT)));
    }
    try (Sql readOnly = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file()))) {
      readOnly.run("PRAGMA query_only = 1");

      Schema.migrate(readOnly);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {
        "SQLITE_FULL",
        "SQLITE_IOERR_WRITE",
        "SQLITE_IOERR_SHMSIZE",
        "SQLITE_IOERR_FSYNC",
        "SQLITE_READONLY_DIRECTORY",
        "SQLITE_CANTOPEN",
        "SQLITE_BUSY",
        "SQLITE_ERROR",
        "SQLITE_NOMEM"
      })
  void onlyDamageIsDamage(SQLiteErrorCode code) {
    assertThat(LedgerFailure.isDamage(new SQLiteException("no", code))).isFalse();
    assertThat(reason(new SQLiteException("no", code))).isNotEqualTo(Reason.DAMAGED);
  }

  @Test
  void theReasonIsTold() {
    assertThat(reason(new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL)))
        .isEqualTo(Reason.FULL);
    assertThat(reason(new SQLiteException("busy", SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT)))
        .isEqualTo(Reason.BUSY);
    assertThat(reason(new SQLiteException("no", SQLiteErrorCode.SQLITE_CORRUPT_INDEX)))
        .isEqualTo(Reason.DAMAGED);
    assertThat(reason(new Schema.NewerSchemaException(9))).isEqualTo(Reason.NEWER);
    assertThat(reason(new AccessDeniedException("usage.db"))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(new IOException("Input/output error"))).isEqualTo(Reason.FAILED);
  }

  @Test
  void wordsNameTheFileAndNoCodes() {
    UsageLedgerException failed =
        LedgerFailure.of(
            ledgerFile(),
            new SQLiteException("[SQLITE_IOERR]  disk I/O error", SQLiteErrorCode.SQLITE_IOERR));
    assertThat(LedgerText.why(failed))
        .isEqualTo("The system refuses " + file() + ": disk I/O error");
    UsageLedgerException blocked =
        LedgerFailure.of(ledgerFile(), new FileAlreadyExistsException("/data"));
    assertThat(LedgerText.why(blocked)).endsWith(": Not a directory: /data");
  }

  private Reason reason(Exception cause) {
    return LedgerFailure.of(ledgerFile(), cause).reason();
  }

  private LedgerFile ledgerFile() {
    return new LedgerFile(file(), LedgerFacts.CLOCK);
  }

  private Path file() {
    return directory.resolve("usage.db");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 340, 512})
  void onAFullDiskTheLedgerKeepsItsNameAndWithRoomAgainAllItsFacts(int kilobytes) throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "none", "" + directory),
        "only root can make a small disk");
    try {
      try (SqliteLedger ledger = LedgerFacts.open(file())) {
        ledger.record(IntStream.range(0, 200).mapToObj(_ -> fact(FactKind.HIT)).toList());
      }
      fill();
      try (SqliteLedger ledger = LedgerFacts.open(file())) {
        for (int i = 0; i < 3; i++) {
          assertThatExceptionOfType(UsageLedgerException.class)
              .isThrownBy(
                  () ->
                      ledger.record(
                          IntStream.range(0, 500).mapToObj(_ -> fact(FactKind.HIT)).toList()))
              .matches(e -> e.reason() == Reason.FULL);
        }
        assertThat(ledger.setAside()).isEmpty();
      }
      Files.delete(directory.resolve("fill"));
      try (SqliteLedger ledger = LedgerFacts.open(file())) {
        assertThat(ledger.report(TimeRange.ALL).total().hits()).isEqualTo(200);
        assertThat(ledger.setAside()).isEmpty();
      }
    } finally {
      assertThat(run("umount", directory.toString())).isTrue();
    }
  }

  private void fill() throws IOException {
    byte[] block = new byte[1 << 20];
    try {
      Files.write(directory.resolve("fill"), block);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
