package io.github.sandboxcache.build.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers as an engine with forty images would, so that the training runs load what a real start
 * loads: at a socket file, as engines do, but on Windows on loopback.
 */
final class TrainingEngine implements AutoCloseable {
  private static final String VERSION =
      """
      {"Version":"28.5.2","ApiVersion":"1.51","MinAPIVersion":"1.24","Components":[{"Name":"Engine"}]}
      """;
  private static final String HISTORY =
      """
      [{"Id":"<missing>","Created":1790000000,"CreatedBy":"sleep infinity","Tags":null,"Size":8000000,"Comment":""},
       {"Id":"<missing>","Created":1780000001,"CreatedBy":"CMD [\\"python3\\"]","Tags":null,"Size":0,"Comment":""},
       {"Id":"<missing>","Created":1780000000,"CreatedBy":"RUN pip","Tags":null,"Size":30000000,"Comment":""},
       {"Id":"<missing>","Created":1780000000,"CreatedBy":"ADD file","Tags":null,"Size":101000000,"Comment":""}]
      """;
  private static final String[] LANGUAGES = {"python", "typescript", "javascript", "go", "rust"};
  private static final int IMAGES = 40;

  private final HttpServer server;
  private final TrainingSocket socket;

  /** Listens; a socket file lies in that directory. */
  TrainingEngine(Path directory) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", TrainingEngine::answer);
    server.start();
    socket = TrainingSocket.open(directory.resolve("engine.sock"), server.getAddress());
  }

  /** What {@code --engine} takes. */
  String uri() {
    return Platform.isWindows()
        ? "tcp://127.0.0.1:" + server.getAddress().getPort()
        : "unix://" + socket.file();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/events")) {
      // Stays open, as an engine's stream does where nothing happens.
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      return;
    }
    byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    // Long answers come in chunks, as from engines.
    exchange.sendResponseHeaders(200, path.endsWith("/images/json") ? 0 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String body(String path) {
    if (path.endsWith("/version")) {
      return VERSION;
    }
    if (path.endsWith("/images/json")) {
      return images();
    }
    if (path.endsWith("/history")) {
      return HISTORY;
    }
    if (path.endsWith("/json") && path.contains("/images/sha256:")) {
      return inspection(path.replaceAll(".*/images/(sha256:[0-9a-f]+)/json", "$1"));
    }
    return path.endsWith("/system/df")
        ? "{\"LayersSize\":139000780,\"Images\":" + images() + "}"
        : "[]";
  }

  /** Two layers of a base, and one of its own. */
  private static String inspection(String id) {
    return """
    {"Id":"%s","RepoTags":[],"RepoDigests":[],"Created":"2026-11-01T10:00:00.5Z","Size":139000000,
     "RootFS":{"Type":"layers","Layers":["sha256:%064x","sha256:%064x","%1$s"]},
     "Config":{"Cmd":["sleep"],"Env":["A=b"],"Labels":{}},"Metadata":{"LastTagTime":"2026-11-01T10:00:00Z"}}
    """
        .formatted(id, 1, 2);
  }

  private static String images() {
    return IntStream.range(0, IMAGES)
        .mapToObj(
            i ->
                """
                        {"Id":"sha256:%064x","ParentId":"","RepoTags":["mcp-sandbox-%s:%012x"],"RepoDigests":[],
                         "Created":%d,"Size":%d,"SharedSize":131000000,"Containers":0,
                         "Labels":{"io.github.sandboxcache.language":"%2$s",
                "io.github.sandboxcache.packages":"[\\"numpy==2.1.3\\"]"}}
                """
                    .formatted(
                        i, LANGUAGES[i % LANGUAGES.length], i, 1_790_000_000 + i, 200_000_000 + i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    server.stop(0);
  }
}
