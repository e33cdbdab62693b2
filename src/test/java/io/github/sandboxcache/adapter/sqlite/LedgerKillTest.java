package io.github.sandboxcache.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed at whatever moment, nothing that was acknowledged is lost. */
class LedgerKillTest {
  /** More of them prove little more; {@code .ci/run} has the time for a hundred kills. */
  private static final int ROUNDS = Integer.getInteger("sandboxcache.kill-rounds", 15);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory = Path.of("");

  @Test
  void twoWritersKilledTimeAfterTimeLoseNothingAcknowledged() throws Exception {
    Path file = directory.resolve("usage.db");
    Random random = new Random(4);
    Set<Long> acknowledged = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Path one = directory.resolve("one-" + round);
      Path other = directory.resolve("other-" + round);
      Process first = start(file, one, 1);
      Process second = start(file, other, 1 + random.nextInt(20));
      awaitSomething(one, first);
      awaitSomething(other, second);
      Thread.sleep(random.nextInt(60));
      first.destroyForcibly();
      second.destroyForcibly();
      first.waitFor();
      second.waitFor();
      acknowledged.addAll(wholeLines(one));
      acknowledged.addAll(wholeLines(other));
      assertEverythingIsThere(file, acknowledged, round);
    }
  }

  private static void assertEverythingIsThere(Path file, Set<Long> acknowledged, int round)
      throws SQLException {
    List<UsageFact> facts = new ArrayList<>();
    try (SqliteLedger ledger = SqliteLedger.at(file, (_, name) -> name, Clock.systemUTC())) {
      ledger.facts(FactQuery.ALL, facts::add);
      assertThat(ledger.setAside()).as("round %d", round).isEmpty();
      assertThat(ledger.report(TimeRange.ALL).total())
          .as("sums and facts in round %d", round)
          .isEqualTo(new HitCount(count(facts, FactKind.HIT), count(facts, FactKind.MISS)));
    }
    Set<Long> found = new HashSet<>();
    facts.forEach(fact -> found.add(fact.identity()));
    assertThat(found.containsAll(acknowledged)).as("round %d", round).isTrue();
    try (Sql sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file))) {
      sql.query(
          "PRAGMA integrity_check",
          row -> assertThat(row.getString(1)).as("round %d", round).isEqualTo("ok"));
    }
  }

  private static long count(List<UsageFact> facts, FactKind kind) {
    return facts.stream().filter(fact -> fact.kind() == kind).count();
  }

  private static Process start(Path file, Path output, int atOnce) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dtinylog.level=off",
            // The native library is unpacked there, and who is killed does not delete it.
            "-Dorg.sqlite.tmpdir=" + output.getParent(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            LedgerWriterProcess.class.getName(),
            file.toString(),
            Integer.toString(atOnce))
        .redirectOutput(output.toFile())
        .redirectError(errors(output).toFile())
        .start();
  }

  private static Path errors(Path output) {
    return output.resolveSibling(output.getFileName() + ".errors");
  }

  private static void awaitSomething(Path output, Process process)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (Files.size(output) == 0) {
      if (!process.isAlive()) {
        throw new AssertionError("the writer has ended: " + Files.readString(errors(output)));
      }
      assertThat(System.nanoTime() - end).as("waiting for the writer").isNegative();
      Thread.sleep(5);
    }
  }

  /** What stands after the last line end was cut off by the kill and was not acknowledged. */
  private static List<Long> wholeLines(Path output) throws IOException {
    String text = Files.readString(output);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Long::parseLong).toList();
  }
}
