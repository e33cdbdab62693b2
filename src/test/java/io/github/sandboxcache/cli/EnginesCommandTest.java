package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class EnginesCommandTest {
  @Test
  void eachEngineSaysWhoAnswersOrWhyNot() {
    CommandLineRun run = CommandLineRun.of(new SampleAccess(), "engines");

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
        .containsExactly(
            "|ENGINE|ANSWERS|API|STORE|PLACE",
            "|Docker|Not allowed|–|–|/var/run/docker.sock",
            "|build|Sample data|–|–|/sample.sock",
            "Docker, /var/run/docker.sock: The socket belongs to the group docker, and you are not"
                + " in it.");
  }

  @Test
  void theDocumentsHaveExactlyTheseFields() {
    JsonNode documents = CommandLineRun.of(new SampleAccess(), "engines", "--json").document();

    assertThat(documents)
        .allSatisfy(
            each ->
                assertThat(each.fieldNames())
                    .toIterable()
                    .containsExactly(
                        "name", "source", "engine", "current", "state", "product", "version", "api",
                        "store", "why"));
    assertThat(documents)
        .extracting(each -> each.get("source").textValue(), each -> each.get("state").textValue())
        .containsExactly(tuple("docker-socket", "not-allowed"), tuple("context", "ready"));
  }

  @Test
  void madeUpDataAskNoRealEngine() {
    assertThat(CommandLineRun.of(new SampleAccess(), "engines", "--sample", "--json").document())
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.get("current").booleanValue()).isTrue();
              assertThat(only.get("product").textValue()).isEqualTo("Sample data");
            });
  }
}
