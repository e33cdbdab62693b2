package io.github.sandboxcache.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineAddress.Pipe;
import io.github.sandboxcache.domain.engine.EngineAddress.Problem;
import io.github.sandboxcache.domain.engine.EngineAddress.Socket;
import io.github.sandboxcache.domain.engine.EngineAddress.Tcp;
import io.github.sandboxcache.domain.engine.EngineAddress.Unusable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine's address is read as the docker command reads it. */
class EngineAddressTest {
  @ParameterizedTest
  @CsvSource({
    "unix:///var/run/docker.sock, /var/run/docker.sock",
    "/var/run/docker.sock, /var/run/docker.sock",
    "unix://, /var/run/docker.sock",
    "unix:///with space/docker.sock, /with space/docker.sock",
    "unix:///a%20b/100%.sock, /a%20b/100%.sock",
    "unix:///a#b?c[d].sock, /a#b?c[d].sock",
    "'  unix:///x.sock ', /x.sock"
  })
  void aSocketsPathIsTakenLiterally(String text, Path file) {
    assertThat(EngineAddress.parse(text)).isEqualTo(new Socket(file));
  }

  @Test
  void aSocketsPathMayStartInTheWorkingDirectory() {
    assertThat(EngineAddress.parse("unix://run/docker.sock"))
        .isEqualTo(new Socket(Path.of("run/docker.sock").toAbsolutePath()));
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://build-host:2376, build-host, 2376, ''",
    "tcp://build-host, build-host, 2375, ''",
    "tcp://build-host:, build-host, 2375, ''",
    "tcp://my_host.internal:1, my_host.internal, 1, ''",
    "build-host:2375, build-host, 2375, ''",
    "build-host, build-host, 2375, ''",
    "127.0.0.1:2375, 127.0.0.1, 2375, ''",
    "127.0.0.1, 127.0.0.1, 2375, ''",
    ":2375, 127.0.0.1, 2375, ''",
    "tcp://:2375, 127.0.0.1, 2375, ''",
    "tcp://, 127.0.0.1, 2375, ''",
    "'tcp://[::1]:2376', ::1, 2376, ''",
    "'tcp://[::1]', ::1, 2375, ''",
    "tcp://::1, ::1, 2375, ''",
    "'tcp://[fe80::1%eth0]:1', fe80::1%eth0, 1, ''",
    "tcp://host:1/docker, host, 1, /docker",
    "tcp://host:1/, host, 1, /",
    "http://host:1, host, 1, ''"
  })
  void aHostMayLeaveOutWhatIsUsual(String text, String host, int port, String path) {
    assertThat(EngineAddress.parse(text)).isEqualTo(new Tcp(host, port, path, false));
  }

  @Test
  void httpsAsksForTls() {
    assertThat(EngineAddress.parse("https://host:2376")).isEqualTo(new Tcp("host", 2376, "", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npipe:////./pipe/docker_engine",
        "npipe://",
        "npipe://\\\\.\\pipe\\docker_engine"
      })
  void aNamedPipeHasItsSlashesEitherWay(String text) {
    assertThat(EngineAddress.parse(text)).isEqualTo(new Pipe("//./pipe/docker_engine"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "'  ', EMPTY",
    "ftp://host, SCHEME",
    "TCP://host, SCHEME",
    "fd://, SCHEME",
    "ssh://me@build-host, SSH",
    "unix:///, NO_PATH",
    "npipe://./, NO_PATH",
    "tcp:///var/run/docker.sock, NO_HOST",
    "https:///v1.40, NO_HOST",
    "a b, MALFORMED",
    "tcp://me@host, MALFORMED",
    "tcp://host:port, MALFORMED",
    "tcp://host:65536, MALFORMED",
    "tcp://host:-1, MALFORMED",
    "'tcp://[::1', MALFORMED",
    "tcp://host:1:2, MALFORMED"
  })
  void othersAreRefusedWithTheirReason(String text, Problem problem) {
    assertThat(EngineAddress.parse(text)).isEqualTo(new Unusable(problem));
  }
}
