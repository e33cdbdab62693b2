package io.github.sandboxcache.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.sandboxcache.text.Versions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An agent that talks with {@code sandbox-cache mcp} over two pipes, line by line. */
final class McpConversation implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());

  private final OutputStream toServer;
  private final BufferedReader fromServer;
  private final CompletableFuture<Integer> code = new CompletableFuture<>();
  private final Deque<JsonNode> unread = new ArrayDeque<>();
  private int ids;

  /** Begins one, without a greeting. */
  McpConversation(CacheAccess access, String... arguments) {
    Pipe there = pipe();
    Pipe back = pipe();
    OutputStream out = Channels.newOutputStream(back.sink());
    toServer = Channels.newOutputStream(there.sink());
    fromServer =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(back.source()), StandardCharsets.UTF_8));
    Console console =
        new Console(
            Channels.newInputStream(there.source()),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false,
            false,
            false);
    CommandLineApp app =
        new CommandLineApp(
            () -> access,
            (_, _) -> 0,
            console,
            Clock.fixed(SampleAccess.NOW, ZoneOffset.UTC),
            new Versions("1.2.3", "26"));
    String[] all = Stream.concat(Stream.of("mcp"), Stream.of(arguments)).toArray(String[]::new);
    Thread.ofPlatform()
        .daemon()
        .name("mcp-server")
        .start(
            () -> {
              try (out) {
                code.complete(app.run(all));
              } catch (IOException | RuntimeException | java.lang.Error e) {
                code.completeExceptionally(e);
              }
            });
  }

  private static Pipe pipe() {
    try {
      return Pipe.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins one on the sample cache, with the usual greeting. */
  static McpConversation onSample(CacheAccess access, String... arguments) {
    McpConversation agent =
        new McpConversation(
            access,
            Stream.concat(Stream.of("--sample"), Stream.of(arguments)).toArray(String[]::new));
    JsonNode _ = agent.greet();
    return agent;
  }

  /** What the server says of itself. */
  JsonNode greet() {
    JsonNode hello =
        answer(
            request(
                "initialize",
                """
                {"protocolVersion": "2025-11-25", "capabilities": {},
                 "clientInfo": {"name": "test", "version": "1"}}
                """));
    send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    return hello.path("result");
  }

  /** Sends a line as it is. */
  void send(String line) {
    try {
      toServer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      toServer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request; its id. */
  int request(String method, String parameters) {
    ids++;
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(ids, method, tree(parameters)));
    return ids;
  }

  /** Asks for a tool; the request's id. */
  int begin(String tool, String arguments) {
    return request(
        "tools/call",
        "{\"name\":\"%s\",\"arguments\":%s,\"_meta\":{\"progressToken\":\"%s\"}}"
            .formatted(tool, arguments, tool));
  }

  void cancel(int id) {
    send(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":%d}}"
            .formatted(id));
  }

  /** The answer to a request; what else comes meanwhile can be read later. */
  JsonNode answer(int id) {
    return await(message -> message.path("id").asInt() == id);
  }

  /** The next message of that kind. */
  JsonNode await(Predicate<JsonNode> wanted) {
    Optional<JsonNode> known = unread.stream().filter(wanted).findFirst();
    if (known.isPresent()) {
      unread.remove(known.get());
      return known.get();
    }
    for (JsonNode next = next(); ; next = next()) {
      if (wanted.test(next)) {
        return next;
      }
      unread.add(next);
    }
  }

  /** The result of a tool. */
  JsonNode call(String tool, String arguments) {
    return answer(begin(tool, arguments)).path("result");
  }

  /** What a tool answered, which fits what the server said of it, and of which it said all. */
  JsonNode structured(String tool, String arguments) {
    JsonNode result = call(tool, arguments);
    if (result.path("isError").asBoolean()) {
      throw new AssertionError(result.toPrettyString());
    }
    List<Error> errors =
        SCHEMAS
            .getSchema(strict(tool(tool).path("outputSchema")))
            .validate(result.path("structuredContent"));
    if (!errors.isEmpty()) {
      throw new AssertionError(errors.toString());
    }
    return result.path("structuredContent");
  }

  /** The same schema that admits no field it does not name. */
  private static JsonNode strict(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    copy.findParents("properties").stream()
        .filter(each -> each.has("type"))
        .forEach(each -> ((ObjectNode) each).put("additionalProperties", false));
    return copy;
  }

  /** What the server says of its tools. */
  JsonNode tools() {
    return answer(request("tools/list", "{}")).path("result").path("tools");
  }

  private JsonNode tool(String name) {
    for (JsonNode tool : tools()) {
      if (tool.path("name").asText().equals(name)) {
        return tool;
      }
    }
    throw new AssertionError("no tool " + name);
  }

  /** What is no schema in a schema. */
  static List<Error> schemaErrors(JsonNode schema) {
    return SCHEMAS
        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
        .validate(schema);
  }

  /** The text of a result, for people. */
  static String words(JsonNode result) {
    return result.path("content").path(0).path("text").asText();
  }

  /** The next message, of whatever kind; standard output must have nothing else. */
  JsonNode next() {
    try {
      String line = fromServer.readLine();
      if (line == null) {
        throw new AssertionError("the server ended");
      }
      if (!(tree(line) instanceof ObjectNode message)
          || !message.path("jsonrpc").asText().equals("2.0")) {
        throw new AssertionError("not a message: " + line);
      }
      return message;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server's input; the verb's exit code. */
  int end() {
    try {
      toServer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return code.join();
  }

  @Override
  public void close() {
    int _ = end();
  }
}
