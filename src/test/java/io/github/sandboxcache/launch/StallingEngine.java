package io.github.sandboxcache.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * An engine with two cached images, one made from the other, which removes the child and then never
 * answers for the parent.
 */
final class StallingEngine implements AutoCloseable {
  static final String CHILD = "mcp-sandbox-go:cccccccccccc";
  static final String PARENT = "mcp-sandbox-go:aaaaaaaaaaaa";

  private final HttpServer server;
  private final Set<String> removed = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  private StallingEngine(HttpServer server) {
    this.server = server;
  }

  static StallingEngine start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    StallingEngine engine = new StallingEngine(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", engine::answer);
    server.start();
    return engine;
  }

  String uri() {
    return "tcp://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits until it has been asked for what it never answers. */
  void awaitStall() throws InterruptedException {
    stalled.await();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/v[0-9.]+", "");
    if (exchange.getRequestMethod().equals("DELETE")) {
      if (path.equals("/images/" + PARENT)) {
        stall();
      }
      removed.add(path.substring("/images/".length()));
      send(exchange, 200, "[]");
      return;
    }
    switch (path) {
      case "/version" ->
          send(
              exchange,
              200,
              "{\"Version\":\"1\",\"ApiVersion\":\"1.47\",\"MinAPIVersion\":\"1.40\"}");
      case "/images/json" -> send(exchange, 200, "[%s,%s]".formatted(listed("1"), listed("2")));
      case "/containers/json" -> send(exchange, 200, "[]");
      case "/events" -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        stallQuietly();
      }
      default -> inspect(exchange, path);
    }
  }

  private static String listed(String id) {
    return """
    {"Id":"sha256:%s","ParentId":"%s","RepoTags":["%s"],"Created":1,"Size":1,"SharedSize":0}
    """
        .formatted(id, id.equals("2") ? "sha256:1" : "", id.equals("2") ? CHILD : PARENT);
  }

  private void inspect(HttpExchange exchange, String path) throws IOException {
    boolean child = path.contains("cccccccccccc") || path.contains("sha256:2");
    if (child && removed.contains(CHILD)) {
      send(exchange, 404, "{\"message\":\"No such image\"}");
      return;
    }
    send(
        exchange,
        200,
        """
        {"Id":"sha256:%s","Parent":"","RepoTags":["%s"],"Created":"2026-01-01T00:00:00Z","Size":1}
        """
            .formatted(child ? "2" : "1", child ? CHILD : PARENT));
  }

  private void stall() {
    stalled.countDown();
    stallQuietly();
  }

  private void stallQuietly() {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
