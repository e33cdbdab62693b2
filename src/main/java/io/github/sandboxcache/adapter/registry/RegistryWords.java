package io.github.sandboxcache.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Why a registry did not do what was asked: in its own words, or in the system's. */
final class RegistryWords {
  private static final int MAX_CHARS = 300;

  private RegistryWords() {}

  /** The failure that an answer tells. */
  static RegistryException refusal(String host, RegistryHttp.Answer answer) {
    String words = ofBody(answer.body());
    return new RegistryException(
        kind(answer.status()),
        host,
        answer.status(),
        words.isEmpty() ? "HTTP " + answer.status() : "HTTP " + answer.status() + ", " + words,
        null);
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403 -> Kind.NOT_ALLOWED;
      case 405, 501 -> Kind.NOT_SUPPORTED;
      case 429 -> Kind.TOO_MANY_REQUESTS;
      default -> Kind.FAILED;
    };
  }

  /** The code and the message of the first error, as the distribution API has them. */
  private static String ofBody(byte[] body) {
    try {
      JsonNode error = RegistryJson.object(body).path("errors").path(0);
      String code = error.path("code").asText();
      String message = error.path("message").asText();
      return cut(code.isEmpty() || message.isEmpty() ? code + message : code + ": " + message);
    } catch (IOException _) {
      // Proxies answer with pages for browsers, which say no more than the status.
      String text = new String(body, StandardCharsets.UTF_8).strip();
      return text.startsWith("<") ? "" : cut(text);
    }
  }

  private static String cut(String words) {
    return words.length() > MAX_CHARS ? words.substring(0, MAX_CHARS) + "…" : words;
  }

  /** The words of a failure without an answer. */
  static String of(@Nullable Throwable cause) {
    return switch (cause) {
      case UnknownHostException _ -> "no such host";
      case UnresolvedAddressException _ -> "no such host";
      case ConnectException refused when refused.getCause() instanceof UnresolvedAddressException ->
          "no such host";
      case ConnectException refused ->
          refused.getMessage() == null ? "connection refused" : cut(refused.getMessage());
      case null -> "no answer";
      default -> {
        String words = cause.getMessage();
        yield words == null || words.isBlank() ? cause.getClass().getSimpleName() : cut(words);
      }
    };
  }
}
