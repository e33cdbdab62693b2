package io.github.sandboxcache.trials.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Plain requests to an engine. Thread-safe. */
public final class EngineApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int MAX_TRIES = 10;

  private final DockerHttpClient requests;
  private final DockerHttpClient streams;

  private EngineApi(DockerHttpClient requests, DockerHttpClient streams) {
    this.requests = requests;
    this.streams = streams;
  }

  /** The engine at an address like {@code unix:///var/run/docker.sock}. */
  public static EngineApi at(String address) {
    URI uri = URI.create(address);
    return new EngineApi(
        new ZerodepDockerHttpClient.Builder().dockerHost(uri).responseTimeout(PATIENCE).build(),
        new ZerodepDockerHttpClient.Builder().dockerHost(uri).build());
  }

  /**
   * What an engine answered.
   *
   * @param status the HTTP status
   * @param text the body
   */
  public record Answer(int status, String text) {
    /** Whether the engine did it. */
    public boolean done() {
      return status < 400;
    }

    /** The body as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** This answer, if the engine did what it was asked. */
    public Answer orThrow() {
      if (!done()) {
        throw new IllegalStateException("the engine answered " + status + ": " + text);
      }
      return this;
    }
  }

  /** Reads something; an engine that stumbles over an image that just goes is asked again. */
  public JsonNode get(String target) {
    Answer answer = send("GET", target);
    for (int tries = 1; !answer.done() && tries < MAX_TRIES; tries++) {
      answer = send("GET", target);
    }
    return answer.orThrow().json();
  }

  /** Sends a request without a body. */
  public Answer send(String method, String target) {
    return execute(Request.builder().method(method).path(target).build());
  }

  /** Sends a value as JSON. */
  public Answer post(String target, Object value) {
    try {
      return post(target, "application/json", JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends bytes. */
  public Answer post(String target, String contentType, byte[] body) {
    return execute(
        Request.builder()
            .method("POST")
            .path(target)
            .headers(Map.of("Content-Type", contentType))
            .bodyBytes(body)
            .build());
  }

  private Answer execute(Request request) {
    try (Response response = requests.execute(request)) {
      byte[] body = response.getBody().readAllBytes();
      return new Answer(response.getStatusCode(), new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a stream of JSON values until it ends.
   *
   * @param opened is run once the engine has begun to answer
   */
  void follow(String target, Runnable opened, Consumer<JsonNode> each) {
    Request request = Request.builder().method("GET").path(target).build();
    try (Response response = streams.execute(request)) {
      // A parser waits for the first bytes, which come with the first event.
      opened.run();
      try (MappingIterator<JsonNode> values =
          JSON.readerFor(JsonNode.class).readValues(response.getBody())) {
        while (values.hasNextValue()) {
          each.accept(values.nextValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value as part of a query. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try (requests;
        streams) {
      // Closing is all there is to do.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
