package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OpenSSH's server on loopback, with a host key, a user's key and settings of its own; nothing of
 * this machine's user is read or written. Where it is not installed a test that needs it is
 * skipped, or fails when an engine is required.
 */
final class SshServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

  private final Path directory;
  private final int port;
  private final List<String> settings;
  private @Nullable Process process;

  private SshServer(Path directory, int port, List<String> settings) {
    this.directory = directory;
    this.port = port;
    this.settings = settings;
  }

  /**
   * Starts one.
   *
   * @param settings lines for its configuration, which come before those that it needs
   */
  static SshServer start(Path directory, String... settings) throws IOException {
    boolean required = Boolean.parseBoolean(System.getenv("SANDBOX_CACHE_REQUIRE_ENGINE"));
    assumeTrue(required || Files.isExecutable(PROGRAM), PROGRAM + " is not installed");
    SshServer server = new SshServer(directory, freePort(), List.of(settings));
    newKey(directory.resolve("host"));
    newKey(directory.resolve("user"));
    newKey(directory.resolve("stranger"));
    Files.copy(directory.resolve("user.pub"), directory.resolve("authorized_keys"));
    server.knowHost();
    server.useKey(Optional.of("user"));
    server.run();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void newKey(Path file) throws IOException {
    call("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString());
  }

  private static void call(String... command) throws IOException {
    Process called = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(called.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(called.onExit().join().exitValue()).as(said).isZero();
  }

  private void run() throws IOException {
    // It wants this directory before it reads that it is not to use it.
    if (Files.isWritable(Path.of("/run"))) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    List<String> lines = new ArrayList<>(settings);
    lines.addAll(
        List.of(
            "ListenAddress 127.0.0.1",
            "Port " + port,
            "HostKey " + directory.resolve("host"),
            "AuthorizedKeysFile " + directory.resolve("authorized_keys"),
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin prohibit-password",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no"));
    Path configuration = directory.resolve("sshd_config");
    Files.write(configuration, lines);
    Process started =
        new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", configuration.toString())
            .redirectErrorStream(true)
            .start();
    process = started;
    BufferedReader log = started.inputReader();
    StringBuilder said = new StringBuilder();
    @Nullable String line;
    while ((line = log.readLine()) != null) {
      if (line.contains("Server listening")) {
        Thread.ofVirtual().start(() -> log.lines().forEach(_ -> {}));
        return;
      }
      said.append(line).append('\n');
    }
    throw new IOException("sshd did not start:\n" + said);
  }

  /** The address of an engine's socket on that machine, which is this one. */
  String address(String socket) {
    return "ssh://%s@127.0.0.1:%d%s".formatted(System.getProperty("user.name"), port, socket);
  }

  /** Ssh with settings of its own instead of the user's. */
  SshProgram program() {
    return new SshProgram(List.of("ssh", "-F", directory.resolve("ssh_config").toString()));
  }

  /** Trusts the host by its key, as after a first visit. */
  void knowHost() throws IOException {
    String key = Files.readString(directory.resolve("host.pub"));
    Files.writeString(directory.resolve("known_hosts"), "[127.0.0.1]:%d %s".formatted(port, key));
  }

  /** Never met the host. */
  void forgetHost() throws IOException {
    Files.writeString(directory.resolve("known_hosts"), "");
  }

  /** Remembers the host by another key. */
  void mistakeHost() throws IOException {
    String key = Files.readString(directory.resolve("stranger.pub"));
    Files.writeString(directory.resolve("known_hosts"), "[127.0.0.1]:%d %s".formatted(port, key));
  }

  /** Shows that key and no other, or none at all. */
  void useKey(Optional<String> key) throws IOException {
    configure(
        key.map(name -> "IdentityFile " + directory.resolve(name)).orElse("IdentityFile none"),
        "IdentityAgent none");
  }

  /** Shows only what an agent holds. */
  void useAgent(Path socket) throws IOException {
    configure("IdentityFile none", "IdentityAgent " + socket);
  }

  private void configure(String... identity) throws IOException {
    List<String> lines = new ArrayList<>(Arrays.asList(identity));
    lines.add("UserKnownHostsFile " + directory.resolve("known_hosts"));
    lines.add("GlobalKnownHostsFile none");
    lines.add("StrictHostKeyChecking yes");
    Files.write(directory.resolve("ssh_config"), lines);
  }

  /** The processes of ssh that speak to this server. */
  List<ProcessHandle> clients() {
    String port = " -p " + this.port + " ";
    return ProcessHandle.current()
        .descendants()
        .filter(
            each ->
                each.info().commandLine().filter(line -> (line + " ").contains(port)).isPresent())
        .toList();
  }

  /** Ends all connections and takes no more, as a machine that is switched off. */
  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
      running.onExit().join();
    }
  }
}
