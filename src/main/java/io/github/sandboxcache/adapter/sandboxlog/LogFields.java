package io.github.sandboxcache.adapter.sandboxlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of one JSON object that matter, and of the objects right within it. Not thread-safe.
 */
final class LogFields {
  static final String COMPONENT = "PackageCache";

  private static final int MAX_CHILDREN = 32;

  /** Where loggers put what went wrong: as its message, or as an object that has it. */
  private static final List<String> ERRORS = List.of("error", "err");

  private static final List<String> MESSAGES = List.of("msg", "message", "");

  private final Instant now;
  private final Map<String, String> texts = new HashMap<>();
  private final ToldTime time;
  private final ToldPackages packages = new ToldPackages();
  private boolean rpc;
  private boolean component;
  private List<String> wrapped = List.of();
  private Map<String, LogFields> children = Map.of();

  private LogFields(Instant now) {
    this.now = now;
    this.time = new ToldTime(now);
  }

  /**
   * Reads the object at whose beginning the parser stands, to its end.
   *
   * @param now when the line is read; what it tells cannot be much later
   */
  static LogFields read(JsonParser parser, Instant now) throws IOException {
    return read(parser, now, true);
  }

  private static LogFields read(JsonParser parser, Instant now, boolean isOuter)
      throws IOException {
    LogFields fields = new LogFields(now);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.take(name, parser, isOuter);
    }
    return fields;
  }

  private void take(String name, JsonParser parser, boolean isOuter) throws IOException {
    switch (name) {
      case "time", "@timestamp", "timestamp", "ts" -> time.take(name, parser);
      case "packages" -> packages.take(parser);
      case "component" -> {
        component = true;
        takeText(name, parser);
      }
      case "msg",
          "message",
          "language",
          "imageName",
          "image",
          "tag",
          "hostname",
          "host.hostname",
          "pid",
          "process.pid",
          "duration" -> {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          texts.remove(name);
          takeOther(name, parser, isOuter);
        } else {
          takeText(name, parser);
        }
      }
      case "jsonrpc" -> {
        rpc = true;
        parser.skipChildren();
      }
      default -> takeOther(name, parser, isOuter);
    }
  }

  private void takeText(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING || parser.currentToken().isNumeric()) {
      String text = parser.getText();
      texts.put(name, text);
      wrap(text);
    } else {
      texts.remove(name);
      parser.skipChildren();
    }
  }

  /** Another field may hold a line of text, or as object or as bytes, or be the message. */
  private void takeOther(String name, JsonParser parser, boolean isOuter) throws IOException {
    switch (parser.currentToken()) {
      case VALUE_STRING -> {
        String text = parser.getText();
        wrap(text);
        if (ERRORS.contains(name)) {
          texts.put(name, text);
        }
        EntryReader.kindOf(text).ifPresent(_ -> texts.put("", text));
      }
      case START_OBJECT -> {
        if (isOuter && children.size() < MAX_CHILDREN) {
          children = children.isEmpty() ? new LinkedHashMap<>() : children;
          children.put(name, read(parser, now, false));
        } else {
          parser.skipChildren();
        }
      }
      case START_ARRAY -> {
        if (name.equals("MESSAGE")) {
          wrap(bytes(parser));
        } else {
          parser.skipChildren();
        }
      }
      default -> {}
    }
  }

  /** Keeps a text in which a line of the package cache may stand. */
  private void wrap(String text) {
    if (text.indexOf('{') >= 0 && text.contains("Package")) {
      wrapped = wrapped.isEmpty() ? new ArrayList<>() : wrapped;
      wrapped.add(text);
    }
  }

  private static String bytes(JsonParser parser) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        bytes.write(parser.getValueAsInt());
      } else {
        parser.skipChildren();
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The fields of what is nothing but a text. */
  static LogFields wrapping(String text) {
    LogFields fields = new LogFields(Instant.EPOCH);
    fields.wrap(text);
    return fields;
  }

  /** Whether it may be wrapped around lines of the package cache. */
  boolean isWrapping() {
    return !wrapped.isEmpty() || children.values().stream().anyMatch(LogFields::isTelling);
  }

  private boolean isTelling() {
    return rpc || component || !wrapped.isEmpty();
  }

  /** Whether it is a message between an MCP client and its server, which may quote anything. */
  boolean isRpc() {
    return rpc;
  }

  /** Whether some component of the sandbox wrote it. */
  boolean hasComponent() {
    return component;
  }

  /** Whether the package cache wrote it. */
  boolean isOurs() {
    return text("component").equals(COMPONENT);
  }

  /** The texts in it in which lines of the package cache may stand. */
  List<String> wrapped() {
    return wrapped;
  }

  /** The objects right within it; what they lack of time, writer and message it tells. */
  List<LogFields> children() {
    children.values().forEach(child -> child.inherit(this));
    return List.copyOf(children.values());
  }

  private void inherit(LogFields outer) {
    if (Stream.of("msg", "message", "").noneMatch(texts::containsKey)) {
      MESSAGES.forEach(name -> inherit(name, outer));
    }
    Stream.of("hostname", "host.hostname", "pid", "process.pid")
        .forEach(name -> inherit(name, outer));
    time.inherit(outer.time);
  }

  private void inherit(String name, LogFields outer) {
    if (outer.texts.containsKey(name)) {
      texts.putIfAbsent(name, outer.text(name));
    }
  }

  /** Its time, of several the one by the logger's own key. */
  Optional<Instant> time() {
    return time.get();
  }

  /** The same names as pino has them, and as the Elastic Common Schema does. */
  LogEntry.Writer writer() {
    return new LogEntry.Writer(
        text("hostname", "host.hostname", "host"), text("pid", "process.pid", "process"));
  }

  private String text(String name, String path, String child) {
    String own = texts.getOrDefault(name, text(path));
    LogFields inner = children.get(child);
    return own.isEmpty() && inner != null ? inner.text(name) : own;
  }

  String message() {
    for (String name : MESSAGES) {
      if (texts.containsKey(name)) {
        return text(name);
      }
    }
    return "";
  }

  /** The packages that it names, or an object in it. */
  Optional<List<String>> packages() {
    return packages
        .names()
        .or(
            () ->
                children.values().stream()
                    .flatMap(child -> child.packages.names().stream())
                    .findFirst());
  }

  /** Whether packages stand there that are no list of texts, or too many or too long ones. */
  boolean hasInvalidPackages() {
    return packages.areInvalid()
        || children.values().stream().anyMatch(child -> child.packages.areInvalid());
  }

  /** What it says itself; or an object in it, where the logger puts details into one. */
  String told(String name) {
    return texts.containsKey(name) || children.isEmpty()
        ? text(name)
        : children.values().stream()
            .map(child -> child.text(name))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
  }

  /** What went wrong, as the first field says that is for it. */
  Optional<String> reason() {
    return ERRORS.stream()
        .flatMap(name -> Stream.of(told(name), message(name)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private String message(String child) {
    LogFields inner = children.get(child);
    return inner == null ? "" : inner.message();
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }
}
