package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import com.github.dockerjava.zerodep.shaded.org.apache.hc.core5.http.NoHttpResponseException;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to one engine and turns what goes wrong into the port's exceptions. Thread-safe.
 */
final class EngineHttp implements AutoCloseable {
  /** More than one kept connection may have been closed. */
  private static final int MAX_TRIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(EngineHttp.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** An engine that sends nothing for so long is frozen. */
  private static final Duration MAX_SILENCE = Duration.ofSeconds(60);

  private final DockerHttpClient requests;
  private final StreamClients streams;
  private final SilenceWatch silence;
  private final String endpoint;
  private final String prefix;

  private EngineHttp(
      DockerHttpClient requests,
      StreamClients streams,
      SilenceWatch silence,
      String endpoint,
      String prefix) {
    this.requests = requests;
    this.streams = streams;
    this.silence = silence;
    this.endpoint = endpoint;
    this.prefix = prefix;
  }

  /** Opens nothing yet; the first request connects. */
  static EngineHttp at(URI uri, Optional<Tls> tls) {
    return at(uri, tls, MAX_SILENCE);
  }

  /** The same, with an engine that is taken for frozen after that time without a byte. */
  static EngineHttp at(URI uri, Optional<Tls> tls, Duration maxSilence) {
    return new EngineHttp(
        client(uri, tls, maxSilence),
        new StreamClients(() -> client(uri, tls, Duration.ZERO)),
        new SilenceWatch(maxSilence),
        EndpointAddress.text(uri),
        "");
  }

  private static DockerHttpClient client(URI uri, Optional<Tls> tls, Duration responseTimeout) {
    if ("tcp".equals(uri.getScheme()) && tls.filter(how -> !how.verified()).isPresent()) {
      return new UnverifiedTlsClient(uri, TlsFiles.of(tls.get()).getSSLContext(), CONNECT_TIMEOUT);
    }
    var builder =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(uri)
            .sslConfig(config(uri, tls))
            .connectionTimeout(CONNECT_TIMEOUT);
    // No response timeout at all is what streams need: nothing may happen for hours.
    return responseTimeout.isZero()
        ? builder.build()
        : builder.responseTimeout(responseTimeout).build();
  }

  private static @Nullable SSLConfig config(URI uri, Optional<Tls> tls) {
    if ("unix".equals(uri.getScheme()) || "npipe".equals(uri.getScheme())) {
      return new NoTls();
    }
    // Null, and nothing else, makes the client speak plain HTTP over TCP.
    return tls.isPresent() ? TlsFiles.of(tls.get()) : null;
  }

  /** The same connections, speaking that version from now on. */
  EngineHttp speaking(ApiVersion version) {
    return new EngineHttp(requests, streams, silence, endpoint, "/v" + version);
  }

  String endpoint() {
    return endpoint;
  }

  /** Sends a request and reads the JSON of its answer. */
  <T> T read(EngineRequest request, Class<T> type) {
    try (EngineResponse response = send(request)) {
      return response.read(type);
    }
  }

  /** Sends a request whose answer does not matter beyond that it is not an error. */
  void run(EngineRequest request) {
    try (EngineResponse response = send(request)) {
      response.drain();
    }
  }

  /** Sends a request; an error status becomes an exception, and so does a long silence. */
  EngineResponse send(EngineRequest request) {
    for (int tries = 1; ; tries++) {
      try {
        return sendOnce(request);
      } catch (EngineUnreachableException e) {
        if (tries == MAX_TRIES || !request.method().equals("GET") || !hadHungUp(e)) {
          throw e;
        }
      }
    }
  }

  /** Whether the connection was one of before that the engine has closed since. */
  private static boolean hadHungUp(EngineUnreachableException e) {
    return e.getCause() instanceof NoHttpResponseException;
  }

  private EngineResponse sendOnce(EngineRequest request) {
    Request sent = request(request);
    return checked(
        new EngineResponse(
            open(() -> silence.await(() -> requests.execute(sent)), request),
            silence::watched,
            () -> {},
            request,
            endpoint));
  }

  /** As {@link #send}, with an answer that begins in time and then may stay silent for ever. */
  EngineResponse stream(EngineRequest request) {
    return stream(
        request, (sent, client, giveUp) -> silence.await(() -> client.execute(sent), giveUp));
  }

  /**
   * The same, with an answer that may take as long as it likes to begin: a commit may copy
   * gigabytes.
   *
   * @param cancellation ends the waiting; whoever reads the answer sees to the rest
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  EngineResponse stream(EngineRequest request, Cancellation cancellation) {
    try {
      return stream(
          request,
          (sent, client, giveUp) -> {
            try (var _ = cancellation.onCancel(giveUp)) {
              return client.execute(sent);
            }
          });
    } catch (EngineException e) {
      // What a cancellation breaks off is no failure of the engine.
      cancellation.throwIfCancelled();
      throw e;
    }
  }

  /** How the beginning of an answer is waited for. */
  private interface Wait {
    Response execute(Request sent, DockerHttpClient client, Runnable giveUp) throws IOException;
  }

  private EngineResponse stream(EngineRequest request, Wait wait) {
    Request sent = request(request);
    DockerHttpClient client = open(streams::open, request);
    Runnable end = () -> streams.close(client);
    try {
      Response response = open(() -> wait.execute(sent, client, end), request);
      return checked(
          new EngineResponse(response, UnaryOperator.identity(), end, request, endpoint));
    } catch (EngineException e) {
      end.run();
      throw e;
    }
  }

  private Request request(EngineRequest request) {
    Request.Builder builder =
        Request.builder().method(request.method()).path(prefix + request.target());
    Map<String, String> headers = new HashMap<>();
    request.login().ifPresent(login -> headers.put("X-Registry-Auth", login));
    request
        .body()
        .ifPresent(
            body -> {
              builder.bodyBytes(body.bytes());
              headers.put("Content-Type", body.contentType());
            });
    return builder.headers(headers).build();
  }

  private static EngineResponse checked(EngineResponse response) {
    if (response.isError()) {
      try (response) {
        throw response.error();
      }
    }
    return response;
  }

  private <T> T open(SilenceWatch.Answer<T> answer, EngineRequest request) {
    try {
      return answer.get();
    } catch (IOException | RuntimeException e) {
      // The transport wraps every IOException, and says "pool shut down" once it is closed.
      Throwable cause =
          e instanceof RuntimeException && e.getCause() instanceof IOException io ? io : e;
      throw new EngineUnreachableException(endpoint, request.name(), words(cause), cause);
    }
  }

  /** A failure without words of its own is told by its kind. */
  static String words(Throwable cause) {
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

  @Override
  public void close() {
    silence.close();
    streams.close();
    try {
      requests.close();
    } catch (IOException e) {
      LOG.debug("a connection did not close cleanly", e);
    }
  }
}
