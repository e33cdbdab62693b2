package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An engine's answer. Its body is read once; closing it from another thread ends the reading. */
final class EngineResponse implements AutoCloseable {
  private static final int MAX_ERROR_BYTES = 64 * 1024;
  private static final int MAX_PAGE_WORDS = 300;

  private final Response response;
  // Asked for once: a second stream over a body that was read to its end only throws.
  private final InputStream body;
  private final Runnable whenClosed;
  private final EngineRequest request;
  private final String endpoint;

  /**
   * An answer that has begun.
   *
   * @param reading how the body is waited for
   * @param whenClosed is run when nobody needs the answer any more
   */
  EngineResponse(
      Response response,
      UnaryOperator<InputStream> reading,
      Runnable whenClosed,
      EngineRequest request,
      String endpoint) {
    this.response = response;
    this.body = reading.apply(response.getBody());
    this.whenClosed = whenClosed;
    this.request = request;
    this.endpoint = endpoint;
  }

  boolean isError() {
    return response.getStatusCode() >= 400;
  }

  /** The answer's body; reading it throws IOException when the connection breaks. */
  InputStream body() {
    return body;
  }

  <T> T read(Class<T> type) {
    try {
      T value = EngineJson.MAPPER.readValue(body, type);
      if (value == null) {
        throw broken(new IOException("an empty answer"));
      }
      drain();
      return value;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /**
   * Reads a JSON array, one item at a time. An answer that breaks off is an error: half a list
   * would be taken for all there is.
   */
  <T> void readArray(Class<T> type, Consumer<T> consumer) {
    try (JsonParser in = EngineJson.MAPPER.createParser(body)) {
      if (in.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("the answer is not a list");
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        if (in.currentToken() == null) {
          throw new EOFException();
        }
        consumer.accept(in.readValueAs(type));
      }
      drain();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Reads a stream of JSON values, one at a time, until it ends. */
  <T> void readEach(Class<T> type, Consumer<T> consumer) {
    try (MappingIterator<T> items = EngineJson.MAPPER.readerFor(type).readValues(body)) {
      while (items.hasNextValue()) {
        consumer.accept(items.nextValue());
      }
      drain();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Reads an image list, one image at a time. */
  void readImages(Consumer<ImageSummary> consumer) {
    try (JsonParser in = EngineJson.MAPPER.createParser(body)) {
      ImageListReader.readEach(in, consumer);
      drain();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Reads to the end, so that the connection can be used again. */
  void drain() {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  EngineUnreachableException broken(IOException cause) {
    return new EngineUnreachableException(endpoint, request.name(), EngineHttp.words(cause), cause);
  }

  EngineException error() {
    int status = response.getStatusCode();
    String message = message().orElse("status " + status);
    // A list that stumbles over an image says nothing of any one that was asked for.
    boolean aboutImage =
        (request.path().startsWith("/images/") && !request.path().equals("/images/json"))
            || request.path().equals("/containers/create");
    if (aboutImage && status == 404) {
      return new ImageNotFoundException(message);
    }
    if (status == 409 && request.method().equals("DELETE") && aboutImage) {
      return new ImageInUseException(message);
    }
    return new EngineRefusedException(status, request.name(), message);
  }

  private Optional<String> message() {
    try {
      byte[] text = body.readNBytes(MAX_ERROR_BYTES);
      return Optional.of(messageIn(text)).filter(words -> !words.isBlank());
    } catch (IOException _) {
      // The status alone must do when the explanation does not arrive.
      return Optional.empty();
    }
  }

  private static String messageIn(byte[] body) throws IOException {
    try {
      JsonNode message = EngineJson.MAPPER.readTree(body).path("message");
      return message.isTextual() ? message.asText() : text(body);
    } catch (JsonProcessingException _) {
      return text(body);
    }
  }

  /** Proxies answer with a page for browsers. */
  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    if (!text.startsWith("<")) {
      return text;
    }
    String words =
        text.replaceAll("(?is)<(head|script|style)\\b.*?</\\1>", " ")
            .replaceAll("<[^>]*>", " ")
            .replaceAll("\\s+", " ")
            .strip();
    return words.length() > MAX_PAGE_WORDS ? words.substring(0, MAX_PAGE_WORDS) + "…" : words;
  }

  @Override
  public void close() {
    try {
      response.close();
    } finally {
      whenClosed.run();
    }
  }
}
