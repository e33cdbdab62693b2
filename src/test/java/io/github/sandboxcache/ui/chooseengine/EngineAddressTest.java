package io.github.sandboxcache.ui.chooseengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.chooseengine.EngineAddress.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be an engine's address is refused before it is tried. */
class EngineAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unix:///var/run/docker.sock",
        "tcp://build-host:2375",
        "https://build-host:2376",
        "npipe:////./pipe/docker_engine"
      })
  void theKindsOfEnginesAreTaken(String address) {
    assertThat(EngineAddress.check(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/var/run/docker.sock, NO_SCHEME",
    "unix://, MALFORMED",
    "ftp://host, SCHEME",
    "tcp://, MALFORMED",
    "unix:///, NO_PATH",
    "npipe://./, NO_PATH",
    "tcp:///var/run/docker.sock, NO_HOST",
    "https:///v1.40, NO_HOST",
    "a b, MALFORMED"
  })
  void othersAreRefusedWithTheirReason(String address, Problem problem) {
    assertThat(EngineAddress.check(address)).contains(problem);
  }

  @Test
  void nothingIsNoAddress() {
    assertThat(EngineAddress.check("  ")).contains(Problem.EMPTY);
  }
}
