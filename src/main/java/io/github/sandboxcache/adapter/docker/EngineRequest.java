package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request that docker-java has no command for, still without the API version.
 *
 * @param method the HTTP method
 * @param path the path, its parts encoded
 * @param query parameters in their order, not yet encoded; a name may come several times
 * @param json what is sent as JSON, if anything
 */
record EngineRequest(String method, String path, List<Parameter> query, Optional<Object> json) {
  record Parameter(String name, String value) {}

  static EngineRequest get(String path) {
    return of("GET", path);
  }

  static EngineRequest head(String path) {
    return of("HEAD", path);
  }

  static EngineRequest delete(String path) {
    return of("DELETE", path);
  }

  static EngineRequest post(String path) {
    return of("POST", path);
  }

  private static EngineRequest of(String method, String path) {
    return new EngineRequest(method, path, List.of(), Optional.empty());
  }

  EngineRequest with(String parameter, String value) {
    List<Parameter> more = new ArrayList<>(query);
    more.add(new Parameter(parameter, value));
    return new EngineRequest(method, path, more, json);
  }

  EngineRequest withFilters(Map<String, ?> filters) {
    return with("filters", new String(bytes(filters), StandardCharsets.UTF_8));
  }

  EngineRequest withJson(Object value) {
    return new EngineRequest(method, path, query, Optional.of(value));
  }

  @Override
  public String toString() {
    return method + " " + target();
  }

  /** What it is called in words about failures. */
  String name() {
    return method + " " + path;
  }

  /** The path and query as they go over the wire. */
  String target() {
    return query.isEmpty()
        ? path
        : query.stream()
            .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
            .collect(Collectors.joining("&", path + "?", ""));
  }

  /** As the transport takes it, below that path, with a tar as its content. */
  Request toRequest(String prefix, InputStream tar) {
    return Request.builder()
        .method(method)
        .path(prefix + target())
        .putHeader("Content-Type", "application/x-tar")
        .body(tar)
        .build();
  }

  /** As the transport takes it, below that path. */
  Request toRequest(String prefix) {
    return toRequest(prefix, Map.of());
  }

  /** The same with further headers. */
  Request toRequest(String prefix, Map<String, String> headers) {
    Request.Builder request =
        Request.builder().method(method).path(prefix + target()).putAllHeaders(headers);
    json.ifPresent(
        value -> request.putHeader("Content-Type", "application/json").bodyBytes(bytes(value)));
    return request.build();
  }

  /** A reference or id as part of a path, where slashes and colons stand for themselves. */
  static String pathPart(String name) {
    return encode(name).replace("%2F", "/").replace("%3A", ":").replace("%40", "@");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] bytes(Object value) {
    try {
      return EngineJson.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }
}
