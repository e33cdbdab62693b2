package io.github.sandboxcache.adapter.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Speaks a range of API versions on loopback as strictly as real engines do, for ranges of engines
 * that are not at hand and for answers that no engine gives at will.
 */
final class FakeEngine implements AutoCloseable {
  private final HttpServer server;
  private final ApiVersion oldest;
  private final ApiVersion newest;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private FakeEngine(String oldest, String newest) {
    this.oldest = ApiVersion.parse(oldest).orElseThrow();
    this.newest = ApiVersion.parse(newest).orElseThrow();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on loopback", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::versioned);
    answer(
        "/version",
        200,
        "{\"Version\":\"1\",\"ApiVersion\":\"%s\",\"MinAPIVersion\":\"%s\"}"
            .formatted(newest, oldest));
    server.start();
  }

  static FakeEngine speaking(String oldest, String newest) {
    return new FakeEngine(oldest, newest);
  }

  /** Answers a path with that text, instead of what it answered before. */
  FakeEngine answer(String path, int status, String body) {
    try {
      server.removeContext(path);
    } catch (IllegalArgumentException _) {
      // There was none yet.
    }
    server.createContext(path, exchange -> send(exchange, status, body));
    return this;
  }

  String uri() {
    return "tcp://127.0.0.1:" + server.getAddress().getPort();
  }

  List<String> requests() {
    return requests;
  }

  private void versioned(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Optional<ApiVersion> asked = ApiVersion.parse(path.replaceAll("^/v([0-9.]+)/.*", "$1"));
    if (asked.isPresent() && !asked.get().isAtLeast(oldest)) {
      send(exchange, 400, "{\"message\":\"client version %s is too old\"}".formatted(asked.get()));
    } else if (asked.isPresent() && !newest.isAtLeast(asked.get())) {
      send(exchange, 400, "{\"message\":\"client version %s is too new\"}".formatted(asked.get()));
    } else {
      send(exchange, 200, "[]");
    }
  }

  private void send(HttpExchange exchange, int status, String body) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
