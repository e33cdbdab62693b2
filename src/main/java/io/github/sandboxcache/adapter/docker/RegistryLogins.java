package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.AuthConfig;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logins that the docker command keeps for registries: in its {@code config.json}, or with a
 * credential helper named there. Read anew for every pull; what goes wrong ends no pull.
 */
final class RegistryLogins {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryLogins.class);

  /** What the docker command calls its own registry. */
  private static final String HUB = "https://index.docker.io/v1/";

  private static final Pattern HELPER_NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final int MAX_ANSWER_BYTES = 64 * 1024;

  /** A helper may ask its user for a password. */
  private static final long HELPER_SECONDS = 60;

  private final Path configFile;
  private final String helperPrefix;

  private RegistryLogins(Path configFile, String helperPrefix) {
    this.configFile = configFile;
    this.helperPrefix = helperPrefix;
  }

  /** Those of the docker command whose settings are in that directory. */
  static RegistryLogins in(Path dockerConfig) {
    return in(dockerConfig, "docker-credential-");
  }

  /** The same, with helpers whose programs are called that and their name. */
  static RegistryLogins in(Path dockerConfig, String helperPrefix) {
    return new RegistryLogins(dockerConfig.resolve("config.json"), helperPrefix);
  }

  /**
   * What there is for one registry.
   *
   * @param credentials what is sent to it; empty to pull as nobody
   * @param trouble why a login cannot be had, in the words of a helper or the system
   */
  record Login(Optional<AuthConfig> credentials, Optional<String> trouble) {
    static final Login NONE = new Login(Optional.empty(), Optional.empty());

    @Override
    public String toString() {
      return "Login[" + (credentials.isPresent() ? "present" : "absent") + ", " + trouble + "]";
    }
  }

  /** The login for the registry of an image. */
  Login of(String reference, Cancellation cancellation) {
    String registry = registry(reference);
    try {
      JsonNode config = EngineJson.MAPPER.readTree(Files.readAllBytes(configFile));
      Optional<String> helper =
          Stream.of(config.path("credHelpers").path(registry), config.path("credsStore"))
              .map(JsonNode::asText)
              .filter(name -> !name.isBlank())
              .findFirst();
      Optional<AuthConfig> credentials =
          helper.isPresent()
              ? ask(helper.get(), registry, cancellation)
              : entry(config.path("auths"), registry).flatMap(auth -> credentials(auth, registry));
      return new Login(credentials, Optional.empty());
    } catch (NoSuchFileException _) {
      return Login.NONE;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("no login for {}", registry, e);
      return new Login(Optional.empty(), Optional.of(words(e)));
    }
  }

  private String words(Exception e) {
    return switch (e) {
      case JsonProcessingException json -> configFile + ": " + json.getOriginalMessage();
      case AccessDeniedException _ -> configFile + ": permission denied";
      case IllegalArgumentException _ -> configFile + ": " + e.getMessage();
      default -> String.valueOf(e.getMessage());
    };
  }

  /**
   * As the docker command tells a registry from a user of its own: by a dot, a colon, localhost.
   */
  static String registry(String reference) {
    int slash = reference.indexOf('/');
    String first = slash < 0 ? "" : reference.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return !host || first.endsWith("docker.io") ? HUB : first;
  }

  private static Optional<JsonNode> entry(JsonNode auths, String registry) {
    return auths.properties().stream()
        .filter(entry -> host(entry.getKey()).equals(host(registry)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String host(String address) {
    return address.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
  }

  private static Optional<AuthConfig> credentials(JsonNode auth, String registry) {
    String[] pair =
        new String(Base64.getDecoder().decode(auth.path("auth").asText()), StandardCharsets.UTF_8)
            .split(":", 2);
    String user = pair.length == 2 ? pair[0] : auth.path("username").asText();
    String password = pair.length == 2 ? pair[1] : auth.path("password").asText();
    String identityToken = auth.path("identitytoken").asText();
    String registryToken = auth.path("registrytoken").asText();
    if ((user + password + identityToken + registryToken).isEmpty()) {
      return Optional.empty();
    }
    AuthConfig credentials = new AuthConfig().withRegistryAddress(registry);
    given(user).ifPresent(credentials::withUsername);
    given(password).ifPresent(credentials::withPassword);
    given(identityToken).ifPresent(credentials::withIdentityToken);
    given(registryToken).ifPresent(credentials::withRegistrytoken);
    return Optional.of(credentials);
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  /** Speaks with a helper: the registry goes in, JSON with a user's name and a secret comes out. */
  private Optional<AuthConfig> ask(String helper, String registry, Cancellation cancellation)
      throws IOException {
    if (!HELPER_NAME.matcher(helper).matches()) {
      throw new IOException("not the name of a credential helper: " + helper);
    }
    String program = helperPrefix + helper;
    Process process = new ProcessBuilder(program, "get").start();
    try (var _ = cancellation.onCancel(process::destroyForcibly)) {
      give(process, registry);
      if (!process.waitFor(HELPER_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(program + ": no answer in " + HELPER_SECONDS + " s");
      }
      String answer = text(process.getInputStream());
      if (process.exitValue() == 0) {
        return Optional.of(read(program, answer, registry));
      }
      // The words that every helper has for it.
      if (answer.startsWith("credentials not found")) {
        return Optional.empty();
      }
      String words = answer.isEmpty() ? text(process.getErrorStream()) : answer;
      throw new IOException(
          program + ": " + (words.isEmpty() ? "exit code " + process.exitValue() : words));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(program + ": interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  private static void give(Process process, String registry) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(registry.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("a helper ended without reading; what it said tells why", e);
    }
  }

  /** What an ended program printed; more than a pipe holds it cannot have. */
  private static String text(InputStream output) throws IOException {
    return new String(output.readNBytes(MAX_ANSWER_BYTES), StandardCharsets.UTF_8).strip();
  }

  private static AuthConfig read(String program, String text, String registry) throws IOException {
    JsonNode answer;
    try {
      answer = EngineJson.MAPPER.readTree(text);
    } catch (JsonProcessingException _) {
      // Its words could hold the secret.
      throw new IOException(program + ": the answer is not JSON");
    }
    AuthConfig login = new AuthConfig().withRegistryAddress(registry);
    String user = answer.path("Username").asText();
    String secret = answer.path("Secret").asText();
    return user.equals("<token>")
        ? login.withIdentityToken(secret)
        : login.withUsername(user).withPassword(secret);
  }
}
