package io.github.sandboxcache.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;

/**
 * Debian's {@code docker-registry} on loopback, where engines need no TLS. Where it is not
 * installed a test that needs it is skipped, or fails when an engine is required.
 */
public final class TestRegistry implements AutoCloseable {
  public static final String USER = "somebody";
  public static final String PASSWORD = "open sesame";

  private static final String PROGRAM = "docker-registry";
  private static final int COST = 4;
  private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final Process process;
  private final String address;

  private TestRegistry(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** One that lets in only who knows the password. */
  public static TestRegistry withPassword(Path directory) throws IOException {
    Path users = directory.resolve("htpasswd");
    String hash = OpenBSDBCrypt.generate("2y", PASSWORD.toCharArray(), SALT, COST);
    Files.writeString(users, USER + ":" + hash + "\n");
    return start(directory, "", "auth: {htpasswd: {realm: test, path: %s}}".formatted(users), "");
  }

  /**
   * One that speaks TLS.
   *
   * @param certificate its certificate, for {@code 127.0.0.1}, in PEM
   * @param key its key, in PEM
   */
  public static TestRegistry withTls(Path directory, Path certificate, Path key)
      throws IOException {
    return start(
        directory, "", "", ", tls: {certificate: %s, key: %s}".formatted(certificate, key));
  }

  /** One that lets everybody in and deletes what it is told to. */
  public static TestRegistry open(Path directory) throws IOException {
    return start(directory, ", delete: {enabled: true}", "", "");
  }

  private static TestRegistry start(Path directory, String storage, String more, String http)
      throws IOException {
    boolean required = Boolean.parseBoolean(System.getenv("SANDBOX_CACHE_REQUIRE_ENGINE"));
    assumeTrue(required || isInstalled(), PROGRAM + " is not installed");
    String address = "127.0.0.1:" + freePort();
    Path settings = directory.resolve("registry.yml");
    Files.writeString(
        settings,
        """
        version: 0.1
        log: {level: info}
        storage: {filesystem: {rootdirectory: %s}%s}
        http: {addr: %s%s}
        %s
        """
            .formatted(directory.resolve("registry"), storage, address, http, more));
    Process process =
        new ProcessBuilder(PROGRAM, "serve", settings.toString()).redirectErrorStream(true).start();
    TestRegistry registry = new TestRegistry(process, address);
    registry.awaitStart();
    return registry;
  }

  private static boolean isInstalled() {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart() throws IOException {
    BufferedReader log = process.inputReader();
    StringBuilder said = new StringBuilder();
    @Nullable String line;
    while ((line = log.readLine()) != null) {
      if (line.contains("listening on")) {
        // Whoever writes into a pipe that nobody reads stops some day.
        Thread.ofVirtual().start(() -> log.lines().forEach(_ -> {}));
        return;
      }
      said.append(line).append('\n');
    }
    throw new IOException(PROGRAM + " did not start:\n" + said);
  }

  /** Its host and port. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
