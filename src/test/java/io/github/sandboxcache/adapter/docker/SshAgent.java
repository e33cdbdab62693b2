package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** OpenSSH's agent, which holds no key at first. */
record SshAgent(Process process, Path socket) implements AutoCloseable {
  static SshAgent start(Path directory) throws IOException {
    Path socket = directory.resolve("agent.sock");
    Process process =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .start();
    // It tells where it listens once it does.
    assertThat(process.inputReader().readLine()).contains(socket.toString());
    return new SshAgent(process, socket);
  }

  void add(Path key) throws IOException {
    ProcessBuilder adding = new ProcessBuilder("ssh-add", "-q", key.toString());
    adding.environment().put("SSH_AUTH_SOCK", socket.toString());
    assertThat(adding.inheritIO().start().onExit().join().exitValue()).isZero();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
