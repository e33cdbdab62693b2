package io.github.sandboxcache.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineAddress.Pipe;
import io.github.sandboxcache.domain.engine.EngineAddress.Problem;
import io.github.sandboxcache.domain.engine.EngineAddress.Socket;
import io.github.sandboxcache.domain.engine.EngineAddress.Ssh;
import io.github.sandboxcache.domain.engine.EngineAddress.Tcp;
import io.github.sandboxcache.domain.engine.EngineAddress.Unusable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
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
    "ssh://build-host, '', build-host, 0, ''",
    "ssh://me@build-host, me, build-host, 0, ''",
    "ssh://first.last@build-host:2222, first.last, build-host, 2222, ''",
    "ssh://me@10.0.0.7/, me, 10.0.0.7, 0, ''",
    "ssh://me@host:1/run/user/1000/podman/podman.sock, me, host, 1,"
        + " /run/user/1000/podman/podman.sock",
    "'ssh://[fe80::1%eth0]:22', '', fe80::1%eth0, 22, ''"
  })
  void ofAnEngineBehindSshAllButTheHostMayBeLeftToSsh(
      String text, String user, String host, int port, String socket) {
    EngineAddress parsed = EngineAddress.parse(text);

    assertThat(parsed)
        .isEqualTo(
            new Ssh(
                Optional.of(user).filter(name -> !name.isEmpty()),
                host,
                port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
                socket));
    assertThat(((Ssh) parsed).uri()).isEqualTo(text.replaceFirst("7/$", "7"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "'  ', EMPTY",
    "ftp://host, SCHEME",
    "TCP://host, SCHEME",
    "fd://, SCHEME",
    "ssh://, NO_HOST",
    "ssh:///var/run/docker.sock, NO_HOST",
    "ssh://me@, NO_HOST",
    "ssh://me:secret@build-host, PASSWORD",
    "ssh://-oProxyCommand=x, MALFORMED",
    "ssh://-oProxyCommand=x@host, MALFORMED",
    "ssh://me@-host, MALFORMED",
    "ssh://host:0, MALFORMED",
    "ssh://host:65536, MALFORMED",
    "ssh://host:port, MALFORMED",
    "ssh://host name, MALFORMED",
    "'ssh://host;reboot', MALFORMED",
    "ssh://host/a b.sock, MALFORMED",
    "'ssh://host/x;reboot', MALFORMED",
    "ssh://host/$(reboot), MALFORMED",
    "ssh://host/~/x.sock, MALFORMED",
    "ssh://host/x?y, MALFORMED",
    "ssh://host/x#y, MALFORMED",
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
