package io.github.sandboxcache.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between the app and an engine, and does to its answers what a bad line would do. */
final class FaultyProxy implements AutoCloseable {
  private static final int PIECE = 8192;

  private final ServerSocket server;
  private final URI engine;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile Fault fault = Fault.NONE;

  private FaultyProxy(URI engine) throws IOException {
    this.engine = engine;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** What happens to an answer. */
  enum Fault {
    /** Nothing. */
    NONE,
    /** It comes late, and whole. */
    DELAY,
    /** It never begins. */
    STALL,
    /** The connection ends within its head. */
    CUT_HEAD,
    /** The connection ends within its body. */
    CUT_BODY,
    /** Its body is no JSON. */
    CORRUPT,
    /** The connection ends before the question is read. */
    REFUSE,
    /** It is an error. */
    ERROR,
    /** It stops within its body, and the connection stays. */
    HALF_OPEN
  }

  static FaultyProxy before(String engineUri) throws IOException {
    return new FaultyProxy(URI.create(engineUri));
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
  }

  /** From now on; connections that are open are cut. */
  void does(Fault next) throws IOException {
    fault = next;
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    Fault mine = fault;
    try (client) {
      if (mine == Fault.REFUSE) {
        return;
      }
      if (mine == Fault.STALL) {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
        return;
      }
      if (mine == Fault.ERROR) {
        int _ = client.getInputStream().read(new byte[PIECE]);
        write(client, "HTTP/1.1 500 X\r\nContent-Length: 26\r\n\r\n{\"message\":\"disk on fire\"}");
        return;
      }
      try (Socket upstream = new Socket(engine.getHost(), engine.getPort())) {
        Thread.ofVirtual().start(() -> pass(client, upstream));
        answer(mine, upstream.getInputStream(), client);
      }
    } catch (IOException _) {
      // One of both sides has ended the connection.
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException _) {
      // So has the other thread noticed.
    }
  }

  private static void answer(Fault fault, InputStream from, Socket to) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
      String text = new String(piece, 0, count, StandardCharsets.ISO_8859_1);
      int body = text.indexOf("\r\n\r\n") + 4;
      switch (fault) {
        case NONE, REFUSE, STALL, ERROR -> write(to, text);
        case DELAY -> {
          sleep();
          write(to, text);
        }
        case CUT_HEAD -> {
          write(to, text.substring(0, 12));
          return;
        }
        case CUT_BODY -> {
          write(to, text.substring(0, body + 1));
          return;
        }
        case CORRUPT -> write(to, text.substring(0, body) + "!".repeat(text.length() - body));
        case HALF_OPEN -> {
          write(to, text.substring(0, body + 1));
          from.transferTo(OutputStream.nullOutputStream());
          to.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    to.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    does(Fault.NONE);
  }
}
