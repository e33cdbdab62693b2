package io.github.sandboxcache.adapter.registry;

import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryCredentials;
import io.github.sandboxcache.domain.registry.RegistryCredentials.Login;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Speaks HTTP with one registry: finds out whether by TLS, logs in as it wants, follows where it
 * points to, and gives up in time. Thread-safe.
 */
final class RegistryHttp {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_REDIRECTS = 3;

  /** What Docker Hub's registry is really called. */
  private static final String HUB_HOST = "registry-1.docker.io";

  private final String host;
  private final boolean plainAllowed;
  private final RegistryCredentials credentials;
  private final HttpClient client;
  private final Duration patience;
  private final Map<String, String> authorizations = new ConcurrentHashMap<>();
  private volatile Optional<URI> base = Optional.empty();

  /**
   * For that registry; opens nothing yet.
   *
   * @param plainAllowed whether plain HTTP is spoken where there is no TLS
   * @param client does not follow redirects
   * @param patience for how long an answer is waited for, to its last byte
   */
  RegistryHttp(
      String host,
      boolean plainAllowed,
      RegistryCredentials credentials,
      HttpClient client,
      Duration patience) {
    this.host = host;
    this.plainAllowed = plainAllowed;
    this.credentials = credentials;
    this.client = client;
    this.patience = patience;
  }

  /** What all clients here have in common. */
  static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT_TIMEOUT)
        .followRedirects(HttpClient.Redirect.NEVER);
  }

  /**
   * What is asked.
   *
   * @param target the path and query below the registry
   * @param accept the kinds of answers that are understood; empty for any
   * @param scope what a token must allow, as {@code repository:NAME:pull}; empty for none
   * @param maxBytes a longer answer is none
   */
  record Question(String method, String target, String accept, String scope, int maxBytes) {}

  /** An answer, whatever its status. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    HttpHeaders headers() {
      return response.headers();
    }

    byte[] body() {
      return response.body();
    }

    Optional<String> header(String name) {
      return headers().firstValue(name);
    }
  }

  String host() {
    return host;
  }

  /**
   * Asks.
   *
   * @throws RegistryException without an answer
   */
  Answer ask(Question question, Cancellation cancellation) {
    URI uri = base(cancellation).resolve(question.target());
    Answer answer = sent(question, uri, cancellation);
    if (answer.status() == 401 && login(answer, question.scope(), cancellation)) {
      answer = sent(question, uri, cancellation);
    }
    for (int i = 0; i < MAX_REDIRECTS && isRedirect(answer); i++) {
      uri = target(answer, uri);
      answer = sent(question, uri, cancellation);
    }
    return answer;
  }

  private static boolean isRedirect(Answer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** Where it points to; never from TLS to none. */
  private URI target(Answer answer, URI from) {
    try {
      URI target = from.resolve(answer.header("Location").orElse(""));
      if (target.getHost() != null
          && ("https".equals(target.getScheme()) || from.getScheme().equals(target.getScheme()))) {
        return target;
      }
    } catch (IllegalArgumentException _) {
      // As illegible as one without a target.
    }
    throw new RegistryException(
        Kind.ILLEGIBLE, host, answer.status(), "it points to nowhere", null);
  }

  private Answer sent(Question question, URI uri, Cancellation cancellation) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(question.method(), BodyPublishers.noBody());
    if (!question.accept().isEmpty()) {
      request.header("Accept", question.accept());
    }
    // Who it points to needs no login of the registry.
    Optional.ofNullable(authorizations.get(question.scope()))
        .filter(_ -> isOwn(uri))
        .ifPresent(value -> request.header("Authorization", value));
    return send(request, question.maxBytes(), cancellation);
  }

  private boolean isOwn(URI uri) {
    return base.filter(
            own ->
                own.getAuthority().equals(uri.getAuthority())
                    && own.getScheme().equals(uri.getScheme()))
        .isPresent();
  }

  private Answer send(HttpRequest.Builder request, int maxBytes, Cancellation cancellation) {
    try {
      return exchange(request.build(), maxBytes, cancellation);
    } catch (HttpTimeoutException | TimeoutException e) {
      throw new RegistryException(
          Kind.TIMED_OUT, host, 0, "no answer in " + patience.toSeconds() + " s", e);
    } catch (IOException e) {
      throw new RegistryException(Kind.UNREACHABLE, host, 0, RegistryWords.of(e), e);
    }
  }

  private Answer exchange(HttpRequest request, int maxBytes, Cancellation cancellation)
      throws IOException, TimeoutException {
    cancellation.throwIfCancelled();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
    try (var _ = cancellation.onCancel(() -> answer.cancel(true))) {
      return new Answer(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      // What a cancellation breaks off is no failure of the registry.
      cancellation.throwIfCancelled();
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a registry");
    } finally {
      boolean _ = answer.cancel(true);
    }
  }

  /** By TLS, or else without, where that is allowed and there is none. */
  private URI base(Cancellation cancellation) {
    if (base.isEmpty()) {
      String name = host.equals(RegistryAddress.HUB) ? HUB_HOST : host;
      URI secure = URI.create("https://" + name + "/");
      base = Optional.of(plainAllowed && !hasTls(secure, cancellation) ? plain(name) : secure);
    }
    return base.get();
  }

  private static URI plain(String name) {
    return URI.create("http://" + name + "/");
  }

  private boolean hasTls(URI secure, Cancellation cancellation) {
    try {
      var _ =
          exchange(HttpRequest.newBuilder(secure.resolve("/v2/")).build(), 1 << 16, cancellation);
      return true;
    } catch (SSLException e) {
      // A certificate that is refused is one all the same; the next question will tell.
      return isAboutCertificate(e);
    } catch (IOException | TimeoutException _) {
      return false;
    }
  }

  private static boolean isAboutCertificate(Throwable failure) {
    return failure instanceof GeneralSecurityException
        || (failure.getCause() != null && isAboutCertificate(failure.getCause()));
  }

  /** Whether there is something new to say who asks. */
  private boolean login(Answer refusal, String scope, Cancellation cancellation) {
    Optional<Challenge> challenge = Challenge.of(refusal.headers().allValues("WWW-Authenticate"));
    if (challenge.isEmpty()) {
      return false;
    }
    Optional<Login> login = credentials.of(host, cancellation);
    Optional<String> authorization =
        challenge.get().isBearer()
            ? token(challenge.get(), scope, login, cancellation).map(token -> "Bearer " + token)
            : login.filter(found -> !found.user().isEmpty()).map(RegistryHttp::basic);
    authorization.ifPresent(value -> authorizations.put(scope, value));
    return authorization.isPresent();
  }

  private static String basic(Login login) {
    String pair = login.user() + ":" + login.secret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> token(
      Challenge challenge, String scope, Optional<Login> login, Cancellation cancellation) {
    Optional<String> given = login.map(Login::accessToken).filter(token -> !token.isEmpty());
    return given.or(
        () -> {
          TokenRequest request =
              TokenRequest.of(
                  challenge, scope, login.filter(found -> !found.identityToken().isEmpty()));
          if (!request.isSafe(base.map(URI::getScheme).orElse("https"))) {
            throw new RegistryException(
                Kind.ILLEGIBLE, host, 401, "it wants a token from nowhere safe", null);
          }
          HttpRequest.Builder http = request.http();
          login
              .filter(found -> !found.user().isEmpty() && found.identityToken().isEmpty())
              .ifPresent(found -> http.header("Authorization", basic(found)));
          Answer answer = send(http, TokenRequest.MAX_BYTES, cancellation);
          if (answer.status() != 200) {
            throw RegistryWords.refusal(host, answer);
          }
          return TokenRequest.token(answer.body());
        });
  }
}
