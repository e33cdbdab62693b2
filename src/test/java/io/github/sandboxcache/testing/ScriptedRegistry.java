package io.github.sandboxcache.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A registry on loopback that answers just what it is told, for states no real one gets into. */
public final class ScriptedRegistry implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 0x16;

  private final HttpServer server;
  private final ServerSocket door;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Answers one question. */
  public interface Reply {
    /** Sends the answer; what was asked is closed by others. */
    void to(HttpExchange exchange) throws IOException;
  }

  /** One that is a registry and has nothing. */
  public ScriptedRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no port on loopback", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    Thread.ofVirtual().start(this::accept);
    on("GET /v2/", text(200, "{}"));
  }

  /** Java's server waits for ever for the end of a TLS greeting; real ones hang up at once. */
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
        Socket inner =
            new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
      int first = client.getInputStream().read();
      if (first < 0 || first == TLS_HANDSHAKE) {
        return;
      }
      inner.getOutputStream().write(first);
      Thread there = Thread.ofVirtual().start(() -> copy(client, inner));
      copy(inner, client);
      there.interrupt();
    } catch (IOException _) {
      // Either side has hung up.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException _) {
      // Either side has hung up.
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(question);
    replies.getOrDefault(question, text(404, "{\"errors\":[]}")).to(exchange);
    exchange.close();
  }

  /** Its host and port. */
  public String host() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  /** A team's cache in it. */
  public RegistryAddress address() {
    return new RegistryAddress(host(), "team");
  }

  /** All questions so far, as {@code GET /v2/}. */
  public List<String> asked() {
    return asked;
  }

  /** Answers that question so, as {@code GET /v2/}; all others with 404. */
  public ScriptedRegistry on(String question, Reply reply) {
    replies.put(question, reply);
    return this;
  }

  /** A text with headers, {@code Name: value} each. */
  public static Reply text(int status, String body, String... headers) {
    return exchange -> {
      for (String header : headers) {
        String[] parts = header.split(": ", 2);
        exchange.getResponseHeaders().add(parts[0], parts[1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Begins an answer and never ends it. */
  public Reply stall() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      try {
        closed.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** The digest of a text. */
  public static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket on loopback cannot be closed", e);
    }
  }
}
