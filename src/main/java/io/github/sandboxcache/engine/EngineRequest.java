package io.github.sandboxcache.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request to an engine, still without the API version.
 *
 * @param method the HTTP method
 * @param path the path, its parts encoded
 * @param query parameters, not yet encoded
 * @param body what is sent, if anything
 */
record EngineRequest(String method, String path, Map<String, String> query, Optional<Body> body) {
  static final class Body {
    private final String contentType;
    private final byte[] bytes;

    Body(String contentType, byte[] bytes) {
      this.contentType = contentType;
      this.bytes = bytes;
    }

    String contentType() {
      return contentType;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  static EngineRequest get(String path) {
    return new EngineRequest("GET", path, Map.of(), Optional.empty());
  }

  static EngineRequest head(String path) {
    return new EngineRequest("HEAD", path, Map.of(), Optional.empty());
  }

  static EngineRequest delete(String path) {
    return new EngineRequest("DELETE", path, Map.of(), Optional.empty());
  }

  static EngineRequest post(String path) {
    return new EngineRequest("POST", path, Map.of(), Optional.empty());
  }

  static EngineRequest put(String path) {
    return new EngineRequest("PUT", path, Map.of(), Optional.empty());
  }

  EngineRequest with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(parameter, value);
    return new EngineRequest(method, path, more, body);
  }

  EngineRequest withFilters(Map<String, ?> filters) {
    return with("filters", new String(json(filters), StandardCharsets.UTF_8));
  }

  EngineRequest withJson(Object value) {
    return withBody("application/json", json(value));
  }

  EngineRequest withBody(String contentType, byte[] bytes) {
    return new EngineRequest(method, path, query, Optional.of(new Body(contentType, bytes)));
  }

  /** The path and query as they go over the wire. */
  String target() {
    return query.isEmpty()
        ? path
        : query.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&", path + "?", ""));
  }

  /** A reference or id as part of a path, where slashes and colons stand for themselves. */
  static String pathPart(String name) {
    return encode(name).replace("%2F", "/").replace("%3A", ":").replace("%40", "@");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] json(Object value) {
    try {
      return EngineJson.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }
}
