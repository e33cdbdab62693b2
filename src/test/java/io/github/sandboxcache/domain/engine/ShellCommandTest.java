package io.github.sandboxcache.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People get the command that reaches the engine which has the image, and nothing else. */
class ShellCommandTest {
  private static final String IMAGE = "mcp-sandbox-go:0123456789ab";

  private static EngineDescription engine(String product, String endpoint, boolean sample) {
    return new EngineDescription(
        product, "1", "1", endpoint, "default", ReferenceNaming.DOCKER, sample);
  }

  @ParameterizedTest
  @CsvSource({
    "Docker, unix:///var/run/docker.sock, docker",
    "Docker, npipe:////./pipe/docker_engine, docker",
    "Docker, unix:///home/me/.docker/desktop/docker.sock,"
        + " docker -H unix:///home/me/.docker/desktop/docker.sock",
    "Docker, tcp://host:2375, docker -H tcp://host:2375",
    "Docker, https://host:2376, docker -H tcp://host:2376",
    "Podman, unix:///run/user/1000/podman/podman.sock,"
        + " podman --remote --url unix:///run/user/1000/podman/podman.sock"
  })
  void theEngineIsNamedWhereItIsNotTheUsualOne(String product, String endpoint, String begin) {
    assertThat(
            String.join(
                " ", ShellCommand.of(engine(product, endpoint, false), IMAGE).orElseThrow()))
        .isEqualTo(begin + " run --rm -it " + IMAGE + " sh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--privileged", "a b", "a;b", "a\nb", "$(x)", "a\"b", "é:1"})
  void whatIsNoNameOfAnImageGivesNoCommand(String name) {
    assertThat(ShellCommand.of(engine("Docker", "unix:///var/run/docker.sock", false), name))
        .isEmpty();
  }

  @Test
  void forAShellOddArgumentsAreQuoted() {
    assertThat(ShellCommand.text(List.of("docker", "-H", "unix:///a b/it's", "run")))
        .isEqualTo("docker -H 'unix:///a b/it'\\''s' run");
  }

  @Test
  void nothingRunsOnMadeUpData() {
    assertThat(ShellCommand.of(engine("Sample data", "sample:", true), IMAGE)).isEmpty();
  }
}
