package io.github.sandboxcache.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Stands on loopback before another address there and counts what is sent to it. */
public final class CountingProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int port;
  private final AtomicLong sent = new AtomicLong();

  /** Before an address as {@code 127.0.0.1:5000}. */
  public CountingProxy(String address) throws IOException {
    port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it is itself. */
  public String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  /** The bytes that were sent through it until now. */
  public long sentBytes() {
    return sent.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> pass(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void pass(Socket client) {
    try (client;
        Socket inner = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread.ofVirtual().start(() -> send(client, inner));
      inner.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException _) {
      // Either side has hung up.
    }
  }

  private void send(Socket from, Socket to) {
    byte[] piece = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        sent.addAndGet(count);
        out.write(piece, 0, count);
      }
      to.shutdownOutput();
    } catch (IOException _) {
      // Either side has hung up.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
