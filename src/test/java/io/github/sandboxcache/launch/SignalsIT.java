package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verb that is asked to end says first what it did, even of an engine that is frozen. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
class SignalsIT {
  private static final Path SCRIPT =
      Path.of(Objects.requireNonNull(System.getProperty("sandboxcache.folder")))
          .resolve("bin")
          .resolve("sandbox-cache");

  @TempDir private Path directory;

  private int end(StallingEngine engine, String signal, String... verb) throws Exception {
    Process process =
        new PackagedCommand(SCRIPT, directory).start(Map.of("DOCKER_HOST", engine.uri()), verb);
    engine.awaitStall();
    int _ =
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    return process.waitFor();
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143", "HUP,129"})
  void theOneDocumentIsPrintedBeforeTheEnd(String signal, int code) throws Exception {
    try (StallingEngine engine = StallingEngine.start()) {
      assertThat(end(engine, signal, "clear", "--yes", "--json")).isEqualTo(code);
    }
    JsonNode document =
        JsonMapper.builder().build().readTree(new PackagedCommand(SCRIPT, directory).out());
    assertThat(document.path("removed").path(0).path("reference").asText())
        .isEqualTo(StallingEngine.CHILD);
    assertThat(document.path("unknown"))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.path("reference").asText()).isEqualTo(StallingEngine.PARENT);
              assertThat(asked.path("reason").asText()).contains("had not answered");
            });
    assertThat(document.path("kept")).isEmpty();
    assertThat(document.path("failed")).isEmpty();
  }

  @Test
  void soIsTheTableForPeople() throws Exception {
    try (StallingEngine engine = StallingEngine.start()) {
      assertThat(end(engine, "INT", "prune", "--keep", "0")).isEqualTo(130);
    }
    assertThat(new PackagedCommand(SCRIPT, directory).out())
        .contains("removed", StallingEngine.CHILD, "not known", StallingEngine.PARENT)
        .contains("Removed 1, kept 0, failed 0; of 1 it is not known.");
  }
}
