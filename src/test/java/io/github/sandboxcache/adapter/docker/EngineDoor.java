package io.github.sandboxcache.adapter.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Another way to an engine's socket: a port on loopback, with TLS on request. */
final class EngineDoor implements AutoCloseable {
  private final ServerSocket server;
  private final Path socket;

  private EngineDoor(ServerSocket server, Path socket) {
    this.server = server;
    this.socket = socket;
  }

  /**
   * Opens one.
   *
   * @param tls with it, only who has a certificate that it trusts is let in
   */
  static EngineDoor open(Path socket, Optional<SSLContext> tls) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server;
    if (tls.isPresent()) {
      SSLServerSocket secure =
          (SSLServerSocket) tls.get().getServerSocketFactory().createServerSocket(0, 50, loopback);
      secure.setNeedClientAuth(true);
      server = secure;
    } else {
      server = new ServerSocket(0, 50, loopback);
    }
    EngineDoor door = new EngineDoor(server, socket);
    Thread.ofPlatform().daemon().name("door").start(door::accept);
    return door;
  }

  String address() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofPlatform().daemon().name("door-in").start(() -> serve(client));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client;
        SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      OutputStream out = client.getOutputStream();
      Thread.ofPlatform()
          .daemon()
          .name("door-out")
          .start(
              () -> {
                try (client) {
                  ByteBuffer chunk = ByteBuffer.allocate(32 * 1024);
                  while (engine.read(chunk) >= 0) {
                    out.write(chunk.array(), 0, chunk.position());
                    chunk.clear();
                  }
                } catch (IOException _) {
                  // One of both is gone, and so is the other then.
                }
              });
      InputStream in = client.getInputStream();
      byte[] chunk = new byte[32 * 1024];
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
        while (bytes.hasRemaining()) {
          engine.write(bytes);
        }
      }
    } catch (IOException _) {
      // Not let in, or gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
