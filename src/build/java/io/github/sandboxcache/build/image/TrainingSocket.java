package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A socket file that leads to a port, for the JDK's HTTP server knows none. */
final class TrainingSocket implements AutoCloseable {
  private final Path file;
  private final InetSocketAddress target;
  private final ServerSocketChannel listening;

  private TrainingSocket(Path file, InetSocketAddress target) throws IOException {
    this.file = file;
    this.target = target;
    this.listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listening.bind(UnixDomainSocketAddress.of(file));
  }

  /** Makes the file, which must not be there. */
  static TrainingSocket open(Path file, InetSocketAddress target) throws IOException {
    TrainingSocket socket = new TrainingSocket(file, target);
    Thread.ofVirtual().start(socket::accept);
    return socket;
  }

  Path file() {
    return file;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel from = listening.accept();
        SocketChannel to = SocketChannel.open(target);
        Thread.ofVirtual().start(() -> copy(from, to));
        Thread.ofVirtual().start(() -> copy(to, from));
      }
    } catch (AsynchronousCloseException e) {
      // The training is over.
    } catch (IOException e) {
      // The training fails without its engine; its output says why.
      System.err.println("the socket of the training ended: " + e);
    }
  }

  /** Copies until either side ends, then ends both. */
  private static void copy(ByteChannel from, ByteChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      // Either side has gone away, as the app does at its end.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
