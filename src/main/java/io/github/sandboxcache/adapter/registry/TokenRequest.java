package io.github.sandboxcache.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.registry.RegistryCredentials.Login;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The question for a token, as the distribution API has it: with a password a GET, with an identity
 * token a form.
 *
 * @param realm who gives tokens; may be illegible
 * @param parameters what is asked for, encoded
 * @param identity with what it is paid; empty for a password or nothing
 */
record TokenRequest(String realm, String parameters, Optional<Login> identity) {
  static final int MAX_BYTES = 1 << 20;

  /**
   * The question that a challenge asks for.
   *
   * @param scope what the token shall allow; empty for what the challenge says
   */
  static TokenRequest of(Challenge challenge, String scope, Optional<Login> identity) {
    String wanted = scope.isEmpty() ? challenge.parameter("scope") : scope;
    String parameters =
        "service="
            + encode(challenge.parameter("service"))
            + (wanted.isEmpty() ? "" : "&scope=" + encode(wanted));
    return new TokenRequest(challenge.parameter("realm"), parameters, identity);
  }

  /** Whether a password may go there: by TLS, or where the registry itself is without. */
  boolean isSafe(String schemeOfRegistry) {
    try {
      URI uri = URI.create(realm);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || schemeOfRegistry.equals(uri.getScheme()));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  HttpRequest.Builder http() {
    if (identity.isPresent()) {
      String form =
          parameters
              + "&grant_type=refresh_token&client_id=sandbox-cache&refresh_token="
              + encode(identity.get().identityToken());
      return HttpRequest.newBuilder(URI.create(realm))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    String joint = realm.contains("?") ? "&" : "?";
    return HttpRequest.newBuilder(URI.create(realm + joint + parameters)).GET();
  }

  /** The token in an answer. */
  static Optional<String> token(byte[] body) {
    try {
      JsonNode answer = RegistryJson.object(body);
      String token = answer.path("token").asText(answer.path("access_token").asText());
      // A line end in it would begin another header.
      return Optional.of(token).filter(it -> it.matches("[\\x21-\\x7e]+"));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
