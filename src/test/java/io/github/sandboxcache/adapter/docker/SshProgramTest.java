package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ssh is called as the docker command calls it, and may ask nothing. */
class SshProgramTest {
  private static List<String> dial(String address) {
    return new SshProgram(List.of("ssh")).dial((EngineAddress.Ssh) EngineAddress.parse(address));
  }

  @Test
  void whatTheAddressLeavesOutIsLeftToSsh() {
    assertThat(String.join(" ", dial("ssh://host")))
        .isEqualTo("ssh -o ConnectTimeout=30 -o BatchMode=yes -T -- host docker system dial-stdio");
  }

  @Test
  void userPortAndSocketAreArgumentsOfTheirOwn() {
    assertThat(dial("ssh://me@[::1]:2222/run/docker.sock"))
        .containsExactly(
            "ssh",
            "-l",
            "me",
            "-p",
            "2222",
            "-o",
            "ConnectTimeout=30",
            "-o",
            "BatchMode=yes",
            "-T",
            "--",
            "::1",
            "docker",
            "--host=unix:///run/docker.sock",
            "system",
            "dial-stdio");
  }
}
