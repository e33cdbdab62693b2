package io.github.sandboxcache.adapter.os;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket on which to connect means "show yourself". It answers with one byte and never reads, so
 * nothing else can be asked of it. Thread-safe.
 */
final class ShowSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShowSocket.class);
  private static final byte ANSWER = '!';
  private static final long ANSWER_WITHIN_SECONDS = 2;

  private final ServerSocketChannel server;
  // A window that is still opening comes to the front by itself.
  private volatile Runnable show = () -> {};

  private ShowSocket(ServerSocketChannel server) {
    this.server = server;
  }

  /** A socket at that path, where nothing may be yet. */
  static ShowSocket at(Path path) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    ShowSocket socket = new ShowSocket(channel);
    Thread.ofPlatform().daemon().name("show-window").start(socket::serve);
    return socket;
  }

  /** Asks the process behind a socket to show its window; whether it answered in time. */
  static boolean ask(Path path) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      CompletableFuture<Boolean> answered = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> answered.complete(isAnswered(channel, path)));
      return answered.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException _) {
      // Not there or not answering comes to the same for the caller, who tries again.
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void onAsked(Runnable action) {
    show = action;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static boolean isAnswered(SocketChannel channel, Path path) {
    try {
      ByteBuffer answer = ByteBuffer.allocate(1);
      return channel.connect(UnixDomainSocketAddress.of(path))
          && channel.read(answer) == 1
          && answer.get(0) == ANSWER;
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel caller = server.accept()) {
        show.run();
        int _ = caller.write(ByteBuffer.wrap(new byte[] {ANSWER}));
      } catch (ClosedChannelException _) {
        return;
      } catch (IOException e) {
        LOG.warn("somebody who wanted the window shown went away", e);
      }
    }
  }
}
