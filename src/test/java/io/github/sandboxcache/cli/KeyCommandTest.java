package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards that {@code key} gives the sandbox's own keys, however the packages reach it. */
class KeyCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<JsonNode> vectors() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            KeyCommandTest.class.getResourceAsStream("/vectors/cache-key-vectors.json"))) {
      return JSON.readTree(in).get("vectors").valueStream();
    }
  }

  private static CommandLineRun withInput(String input, String... arguments) {
    return CommandLineRun.withInput(
        CommandLineRun.untouched(), input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void standardInputGivesTheSandboxesKey(JsonNode vector) {
    // Written as the generator of the command line itself would, lone surrogates as escapes.
    String packages = JsonText.of(vector.get("packages"));

    CommandLineRun run =
        withInput(
            packages, "key", "--json", "--packages-json", "-", vector.get("language").textValue());

    assertThat(run.document().get("key")).isEqualTo(vector.get("key"));
    // A language that no image name can carry has no image in the vectors.
    if (vector.has("image")) {
      assertThat(run.document().get("reference")).isEqualTo(vector.get("image"));
    }
    assertThat(run.document().get("packages")).isEqualTo(vector.get("packages"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void argumentsGiveTheSandboxesKey(JsonNode vector) {
    List<String> arguments =
        new ArrayList<>(List.of("key", "--json", "--", vector.get("language").textValue()));
    vector.get("packages").forEach(name -> arguments.add(name.textValue()));

    CommandLineRun run =
        CommandLineRun.of(CommandLineRun.untouched(), arguments.toArray(String[]::new));

    assertThat(run.document().get("key")).isEqualTo(vector.get("key"));
  }

  @Test
  void documentHasExactlyTheseFields() {
    CommandLineRun run =
        CommandLineRun.of(CommandLineRun.untouched(), "key", "--json", "python", "b", "a");

    assertThat(run.document().fieldNames())
        .toIterable()
        .containsExactly("language", "packages", "key", "reference");
    assertThat(run.document().get("packages")).hasToString("[\"b\",\"a\"]");
  }

  @Test
  void peopleGetDigitsAndReference() {
    assertThat(CommandLineRun.of(CommandLineRun.untouched(), "key", "python", "requests").out())
        .isEqualTo(
            """
            4831972989366b012ff6798bc52121ae423ba69728ddc7a1719a7613bc3a1e91
            mcp-sandbox-python:483197298936
            """);
  }

  @Test
  void scopedPackageIsNoFileOfArguments() {
    assertThat(
            CommandLineRun.of(CommandLineRun.untouched(), "key", "--json", "typescript", "@types/x")
                .document()
                .get("packages"))
        .hasToString("[\"@types/x\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "\"a\"", "[1]", "[null]", "[\"a\"", "[\"a\"] []", "[[\"a\"]]"})
  void otherInputIsWrongUsage(String input) {
    CommandLineRun run = withInput(input, "key", "go", "--packages-json", "-", "--json");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("not a JSON array of strings");
  }

  @Test
  void bytesThatAreNotUtf8AreWrongUsage() {
    byte[] latin1 = "[\"é\"]".getBytes(StandardCharsets.ISO_8859_1);

    CommandLineRun run =
        CommandLineRun.withInput(
            CommandLineRun.untouched(), latin1, "key", "go", "--packages-json", "-");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void packagesComeFromOnePlace() {
    assertThat(withInput("[\"a\"]", "key", "go", "b", "--packages-json", "-").code())
        .isEqualTo(ExitCode.WRONG_USAGE);
  }
}
