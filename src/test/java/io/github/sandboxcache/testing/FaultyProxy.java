package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.engine.EngineAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Stands between the app and an engine, and does to its answers what a bad line would do. */
public final class FaultyProxy implements AutoCloseable {
  private static final int PIECE = 8192;
  private static final Pattern ANY = Pattern.compile(".*");

  private final ServerSocket server;
  private final SocketAddress engine;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch met = new CountDownLatch(1);
  private volatile Rule rule = new Rule(Fault.NONE, ANY);

  /** What happens to which requests. */
  private record Rule(Fault fault, Pattern requests) {
    boolean forAll() {
      return requests.equals(ANY);
    }

    Fault faultOf(String head) {
      String[] words = head.split("[ ?]", 3);
      String request = words[0] + " " + words[1].replaceFirst("^/v[0-9.]+", "");
      return requests.matcher(request).matches() ? fault : Fault.NONE;
    }
  }

  private FaultyProxy(SocketAddress engine) throws IOException {
    this.engine = engine;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** What happens to an answer. */
  public enum Fault {
    /** Nothing. */
    NONE,
    /** It comes late, and whole. */
    DELAY,
    /** It never begins, and the engine never hears the question. */
    STALL,
    /** The connection ends within its first line. */
    CUT_HEAD,
    /** The connection ends within its body. */
    CUT_BODY,
    /** Its body is no JSON. */
    CORRUPT,
    /** The connection ends before the engine hears the question. */
    REFUSE,
    /** It is an error, and the engine never hears the question. */
    ERROR,
    /** It stops within its body, and the connection stays. */
    HALF_OPEN
  }

  /** Before the engine at an address of either kind. */
  public static FaultyProxy before(String engineUri) throws IOException {
    return switch (EngineAddress.parse(engineUri)) {
      case EngineAddress.Socket(var file) -> new FaultyProxy(UnixDomainSocketAddress.of(file));
      default -> {
        URI uri = URI.create(engineUri);
        yield new FaultyProxy(new InetSocketAddress(uri.getHost(), uri.getPort()));
      }
    };
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
  }

  /** From now on, to every answer; connections that are open are cut. */
  public void does(Fault next) throws IOException {
    does(new Rule(next, ANY));
  }

  /**
   * From now on, to the answers of some requests; connections that are open are cut, and each new
   * one carries one request.
   *
   * @param requests matches method and path without version, as {@code GET /images/json}
   */
  public void does(Fault next, String requests) throws IOException {
    does(new Rule(next, Pattern.compile(requests)));
  }

  /** Waits until the fault of now has met a request. */
  public void awaitFault() throws InterruptedException {
    met.await();
  }

  private void does(Rule next) throws IOException {
    met = new CountDownLatch(1);
    rule = next;
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client, rule));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private void serve(Socket client, Rule mine) {
    try (client) {
      String head = head(client.getInputStream());
      Fault fault = mine.faultOf(head);
      if (fault != Fault.NONE) {
        met.countDown();
      }
      switch (fault) {
        case REFUSE -> {}
        case STALL -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
        case ERROR ->
            write(
                client,
                "HTTP/1.1 500 X\r\nConnection: close\r\nContent-Length: 26\r\n\r\n"
                    + "{\"message\":\"disk on fire\"}");
        default -> ask(mine.forAll() ? head : alone(head), client, fault);
      }
    } catch (IOException _) {
      // One of both sides has ended the connection.
    }
  }

  /** The same for a connection that ends after this request. */
  private static String alone(String head) {
    return head.replaceFirst("(?im)^connection:.*\r\n", "")
        .replaceFirst("\r\n", "\r\nConnection: close\r\n");
  }

  private void ask(String head, Socket client, Fault fault) throws IOException {
    try (SocketChannel upstream = SocketChannel.open(engine)) {
      OutputStream question = Channels.newOutputStream(upstream);
      question.write(head.getBytes(StandardCharsets.ISO_8859_1));
      Thread.ofVirtual().start(() -> pass(client, question, upstream));
      answer(fault, Channels.newInputStream(upstream), client);
    }
  }

  private static void pass(Socket from, OutputStream to, SocketChannel upstream) {
    try {
      from.getInputStream().transferTo(to);
      upstream.shutdownOutput();
    } catch (IOException _) {
      // So has the other thread noticed.
    }
  }

  /** As far as the empty line, and no further. */
  private static String head(InputStream from) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = from.read();
      if (next < 0) {
        throw new IOException("the connection ended");
      }
      head.write(next);
      text = head.toString(StandardCharsets.ISO_8859_1);
    }
    return text;
  }

  private static void answer(Fault fault, InputStream from, Socket to) throws IOException {
    String head = head(from);
    switch (fault) {
      case CUT_HEAD -> write(to, head.substring(0, "HTTP/1.1 2".length()));
      case CUT_BODY -> write(to, head + first(from));
      case CORRUPT -> {
        write(to, head);
        byte[] piece = new byte[PIECE];
        for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
          Arrays.fill(piece, 0, count, (byte) '!');
          to.getOutputStream().write(piece, 0, count);
        }
      }
      case HALF_OPEN -> {
        write(to, head + first(from));
        from.transferTo(OutputStream.nullOutputStream());
        to.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
      default -> {
        if (fault == Fault.DELAY) {
          sleep();
        }
        write(to, head);
        from.transferTo(to.getOutputStream());
      }
    }
  }

  private static String first(InputStream body) throws IOException {
    int first = body.read();
    return first < 0 ? "" : Character.toString(first);
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
