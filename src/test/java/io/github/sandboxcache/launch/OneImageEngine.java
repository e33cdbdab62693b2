package io.github.sandboxcache.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** An engine on loopback that has one cached image until it is asked to remove it. */
final class OneImageEngine implements AutoCloseable {
  static final String IMAGE = "mcp-sandbox-python:483197298936";

  private static final String ID = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String VERSION =
      """
      {"Version": "28.5.2", "ApiVersion": "1.51", "MinAPIVersion": "1.24"}
      """;
  private static final String LISTED =
      """
      {"Id": "%s", "ParentId": "", "RepoTags": ["%s"], "RepoDigests": [], "Created": 1764000000,
       "Size": 1000, "SharedSize": 0, "Labels": {}, "Containers": 0}
      """
          .formatted(ID, IMAGE);
  private static final String INSPECTED =
      """
      {"Id": "%s", "Parent": "", "RepoTags": ["%s"], "RepoDigests": [], "Size": 1000,
       "Created": "2025-11-24T16:00:00Z", "Config": {"Labels": {}}}
      """
          .formatted(ID, IMAGE);

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<URI> removals = new CopyOnWriteArrayList<>();

  OneImageEngine() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on loopback", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String uri() {
    return "tcp://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it was asked to remove. */
  List<URI> removals() {
    return removals;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("DELETE")) {
      removals.add(exchange.getRequestURI());
      send(exchange, 200, "[{\"Untagged\": \"" + IMAGE + "\"}]");
    } else if (path.endsWith("/version")) {
      send(exchange, 200, VERSION);
    } else if (path.endsWith("/images/json")) {
      send(exchange, 200, removals.isEmpty() ? "[" + LISTED + "]" : "[]");
    } else if (path.contains("/images/") && removals.isEmpty()) {
      send(exchange, 200, INSPECTED);
    } else if (path.endsWith("/containers/json")) {
      send(exchange, 200, "[]");
    } else if (path.endsWith("/events")) {
      stayQuiet(exchange);
    } else {
      send(exchange, 404, "{\"message\": \"not here: " + path + "\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Nothing more happens, so that the stream goes on without a word. */
  private void stayQuiet(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
