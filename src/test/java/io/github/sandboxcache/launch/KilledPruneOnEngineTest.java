package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At whatever moment a prune is killed, history, facts and engine agree, and the next finishes. */
@EngineTest
class KilledPruneOnEngineTest {
  /** More of them prove little more; {@code .ci/run} has the time for more kills. */
  private static final int ROUNDS = Integer.getInteger("sandboxcache.kill-rounds", 5);

  private static final int IMAGES = ROUNDS < 50 ? 40 : 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path home = Path.of("");

  @Test
  void historyAndEngineAgreeAfterEveryKillAndTheNextPruneFinishes(
      ContainerEngine engine, TestImages images) throws Exception {
    killAndFinish("command-line", List.of("prune", "--keep", "0"), engine, images);
  }

  @Test
  void soTheyDoWhereAPruneByItselfIsKilled(ContainerEngine engine, TestImages images)
      throws Exception {
    Path settings = Files.createDirectories(home.resolve("config")).resolve("settings.json");
    Files.writeString(
        settings,
        """
        {
          "automatic": {"daily": true, "approvedRule": {"rule": "NEWEST", "number": 0}},
          "pruneRule": {"rule": "NEWEST"},
          "keepNewestPerLanguage": 0
        }
        """);
    killAndFinish("automatic", List.of("prune", "--policy-from-settings"), engine, images);
  }

  private void killAndFinish(
      String origin, List<String> verb, ContainerEngine engine, TestImages images)
      throws Exception {
    Random random = new Random(19);
    String uri = engine.description().endpoint();
    List<String> arguments = new ArrayList<>(verb);
    arguments.addAll(List.of("--language", images.language().name(), "--engine", uri, "--json"));
    String[] prune = arguments.toArray(String[]::new);
    List<CacheReference> there = new ArrayList<>();
    int gone = 0;
    int inTheMiddle = 0;
    for (int round = 0; round < ROUNDS; round++) {
      while (there.size() < IMAGES) {
        there.add(images.load(new ImageArchive().file("data", unique(random))));
      }
      Process process = start(prune);
      int operation = awaitOperation(round, process);
      Thread.sleep(random.nextInt(400));
      process.destroyForcibly();
      process.waitFor();

      JsonNode newest = history(uri).get(0);
      assertThat(newest.get("kind").asText()).as("round %d", round).isEqualTo("prune");
      assertThat(newest.get("origin").asText()).isEqualTo(origin);
      assertThat(newest.get("id").asInt()).as("round %d", round).isEqualTo(operation);
      assertThat(newest.get("state").asText()).isIn("interrupted", "ended");
      assertThat(newest.get("images")).hasSize(there.size());
      int done = 0;
      for (JsonNode image : newest.get("images")) {
        String name = image.get("name").asText();
        boolean isDone = image.get("state").asText().equals("done");
        assertThat(images.exists(name)).as("round %d: %s", round, image).isEqualTo(!isDone);
        done += isDone ? 1 : 0;
      }
      gone += done;
      inTheMiddle += done > 0 && done < there.size() ? 1 : 0;
      assertThat(removals()).as("facts after round %d", round).isEqualTo(gone);
      there.removeIf(image -> !images.exists(image.toString()));
    }
    assertThat(inTheMiddle).as("kills in the middle of a prune").isPositive();
    assertThat(start(prune).waitFor()).isZero();
    assertThat(there).noneMatch(image -> images.exists(image.toString()));
  }

  /** The id of the prune of that round, once it is written ahead. */
  private int awaitOperation(int round, Process process) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      if (Files.exists(ledgerFile())) {
        try (SqliteLedger ledger = ledger()) {
          List<Operation> operations = ledger.operations(Optional.empty(), ROUNDS + 1);
          if (operations.size() > round) {
            return (int) operations.getFirst().id();
          }
        }
      }
      assertThat(process.isAlive()).as("the prune runs").isTrue();
      assertThat(System.nanoTime() - end).as("waiting for the prune").isNegative();
      Thread.sleep(5);
    }
  }

  private JsonNode history(String uri) throws Exception {
    Process history = start("history", "--engine", uri, "--json");
    JsonNode document = new ObjectMapper().readTree(history.getInputStream());
    assertThat(history.waitFor()).isZero();
    return document;
  }

  private static byte[] unique(Random random) {
    byte[] bytes = new byte[64];
    random.nextBytes(bytes);
    return bytes;
  }

  private long removals() {
    List<FactKind> kinds = new ArrayList<>();
    try (SqliteLedger ledger = ledger()) {
      ledger.facts(FactQuery.ALL, fact -> kinds.add(fact.kind()));
    }
    return kinds.stream().filter(kind -> kind == FactKind.REMOVED).count();
  }

  private SqliteLedger ledger() {
    return SqliteLedger.at(ledgerFile(), (_, name) -> name, Clock.systemUTC());
  }

  private Path ledgerFile() {
    return home.resolve("data").resolve("usage.db");
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                // The native library is unpacked there, and who is killed does not delete it.
                "-Dorg.sqlite.tmpdir=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(home.resolve("errors").toFile());
    if (!arguments[0].equals("history")) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    builder.environment().put("SANDBOX_CACHE_HOME", home.toString());
    return builder.start();
  }
}
