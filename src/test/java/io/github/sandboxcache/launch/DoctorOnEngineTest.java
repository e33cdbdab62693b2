package io.github.sandboxcache.launch;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.testing.EngineTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} says of a real engine, by the process that a user starts. */
@EngineTest
class DoctorOnEngineTest {
  @TempDir private Path home = Path.of("");

  @Test
  void aHealthyEngineIsFoundAndNothingIsWrongWithIt(ContainerEngine engine) throws Exception {
    EngineDescription description = engine.description();

    Map<String, JsonNode> checks = doctor("--engine", description.endpoint());

    assertThat(text(checks, "engine", "found"))
        .contains(description.product(), description.version());
    assertThat(List.of("engine", "permissions", "context", "data", "ledger", "pins", "settings"))
        .allSatisfy(check -> assertThat(state(checks, check)).as(check).isEqualTo("ok"));
    assertThat(state(checks, "clock")).as("engine and app on one machine").isEqualTo("ok");
    assertThat(checks).containsKeys("engine-disk", "disk", "saves");
    assertThat(home).as("who looks for what is wrong changes nothing").isEmptyDirectory();
  }

  @Test
  void anAddressWhereNobodyAnswersIsAProblemWithAdvice() throws Exception {
    Map<String, JsonNode> checks = doctor("--engine", "unix://" + home.resolve("none.sock"));

    assertThat(state(checks, "engine")).isEqualTo("problem");
    assertThat(text(checks, "engine", "found")).contains("none.sock");
    assertThat(text(checks, "engine", "advice")).isNotBlank();
    assertThat(state(checks, "clock")).isEqualTo("unknown");
  }

  private static String state(Map<String, JsonNode> checks, String check) {
    return text(checks, check, "state");
  }

  private static String text(Map<String, JsonNode> checks, String check, String field) {
    return Objects.requireNonNull(checks.get(check), check).get(field).textValue();
  }

  private Map<String, JsonNode> doctor(String... options) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "doctor",
            "--json");
    command.command().addAll(List.of(options));
    command.environment().put("SANDBOX_CACHE_HOME", home.toString());
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = command.start();
    JsonNode document = new ObjectMapper().readTree(process.inputReader());
    assertThat(process.waitFor()).isEqualTo(document.get("problems").longValue() == 0 ? 0 : 1);
    return document
        .get("checks")
        .valueStream()
        .collect(toMap(check -> check.get("check").textValue(), check -> check));
  }
}
