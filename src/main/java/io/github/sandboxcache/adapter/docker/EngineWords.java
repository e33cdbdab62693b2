package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** Why something failed: in the engine's own words, or in the system's. */
final class EngineWords {
  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_PAGE_WORDS = 300;

  private EngineWords() {}

  /** Those of an answer that is an error, without their envelope; its status when it has none. */
  static String ofRefusal(int status, InputStream body) {
    String words;
    try {
      words = messageIn(body.readNBytes(MAX_BYTES));
    } catch (IOException _) {
      // The status alone must do when the explanation does not arrive.
      words = "";
    }
    return words.isBlank() ? "status " + status : words;
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

  /** Those of a failure; one without words of its own is told by its kind. */
  static String of(Throwable cause) {
    String message = cause.getMessage();
    return switch (cause) {
      case UnknownHostException _ -> "no such host: " + message;
      case EOFException _ -> "the connection broke off";
      case JsonEOFException _ -> "the answer broke off";
      case JacksonException _ -> "the answer is not legible";
      default -> message == null || message.isBlank() ? kind(cause) : message;
    };
  }

  private static String kind(Throwable cause) {
    return cause
        .getClass()
        .getSimpleName()
        .replaceFirst("Exception$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ");
  }
}
