package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.zerodep.shaded.org.apache.hc.core5.http.NoHttpResponseException;
import io.github.sandboxcache.domain.engine.EngineAddress;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to an engine behind ssh: a socket in a directory of this user alone, each connection to
 * which is one {@code ssh}. So the HTTP client is the one for sockets, with all that it takes to
 * end a silent one. Thread-safe.
 */
final class SshRelay implements EngineRoute {
  private static final Logger LOG = LoggerFactory.getLogger(SshRelay.class);

  private final EngineAddress.Ssh address;
  private final List<String> command;
  private final Path directory;
  private final ServerSocketChannel server;
  private final Set<SshCall> calls = new HashSet<>();
  private Optional<SshFailure> failure = Optional.empty();
  private boolean closed;

  private SshRelay(
      EngineAddress.Ssh address, List<String> command, Path directory, ServerSocketChannel server) {
    this.address = address;
    this.command = command;
    this.directory = directory;
    this.server = server;
  }

  /** Opens the socket; ssh runs from the first connection on. */
  static SshRelay open(EngineAddress.Ssh address, SshProgram ssh) throws IOException {
    // For this user alone: whoever may connect is root on most engines.
    Path directory = Files.createTempDirectory("sandbox-cache-ssh");
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    SshRelay relay = new SshRelay(address, ssh.dial(address), directory, server);
    // For a process that ends without closing; what was named last is deleted first.
    directory.toFile().deleteOnExit();
    relay.socket().toFile().deleteOnExit();
    try {
      server.bind(UnixDomainSocketAddress.of(relay.socket()));
    } catch (IOException | RuntimeException e) {
      relay.close();
      throw e;
    }
    Thread.ofPlatform().daemon().name("ssh-relay").start(relay::accept);
    return relay;
  }

  private Path socket() {
    return directory.resolve("engine.sock");
  }

  private void accept() {
    try {
      while (true) {
        begin(server.accept());
      }
    } catch (IOException e) {
      LOG.debug("the socket to {} is closed", endpoint(), e);
    }
  }

  private synchronized void begin(SocketChannel client) throws IOException {
    if (closed) {
      client.close();
      return;
    }
    SshCall call = new SshCall(command, client, this::answered, this::ended);
    calls.add(call);
    call.begin();
  }

  private synchronized void answered() {
    failure = Optional.empty();
  }

  private synchronized void ended(SshCall call, Optional<SshFailure> why) {
    calls.remove(call);
    failure = why.or(() -> failure);
  }

  @Override
  public URI uri() {
    // Windows, too, finds a path without its drive, and URIs know none.
    return URI.create("unix://" + socket().toUri().getRawPath().replaceFirst("^/[A-Za-z]:", ""));
  }

  @Override
  public Optional<Tls> tls() {
    return Optional.empty();
  }

  @Override
  public String endpoint() {
    return address.uri();
  }

  /** What ssh said when it ended, unless the engine has answered since. */
  @Override
  public synchronized Throwable blame(Throwable cause) {
    if (cause instanceof SocketTimeoutException) {
      return cause;
    }
    // Another try will tell whether only a connection that was kept is gone.
    boolean kept =
        cause instanceof NoHttpResponseException
            && failure.filter(SshFailure::isAfterAnswer).isPresent();
    return failure.isEmpty() || kept ? cause : failure.get();
  }

  /** Ends every ssh and waits until it is gone. */
  @Override
  public void close() {
    List<SshCall> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(calls);
    }
    try {
      server.close();
      for (SshCall call : open) {
        call.hangUp();
      }
      for (SshCall call : open) {
        call.awaitEnd();
      }
      Files.deleteIfExists(socket());
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      LOG.warn("The way to {} did not close cleanly", endpoint(), e);
    }
  }
}
