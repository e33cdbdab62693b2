package io.github.sandboxcache.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.github.sandboxcache.port.EngineUnreachableException;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to one engine and turns what goes wrong into the port's exceptions. Thread-safe.
 */
final class EngineHttp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineHttp.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Listing some thousand images on a containerd image store takes minutes. */
  private static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(10);

  private final DockerHttpClient requests;
  private final LateClient streams;
  private final String endpoint;
  private final String prefix;

  private EngineHttp(
      DockerHttpClient requests, LateClient streams, String endpoint, String prefix) {
    this.requests = requests;
    this.streams = streams;
    this.endpoint = endpoint;
    this.prefix = prefix;
  }

  /** Opens nothing yet; the first request connects. */
  static EngineHttp at(URI uri, Optional<Path> certificates) {
    return new EngineHttp(
        client(uri, certificates, RESPONSE_TIMEOUT),
        new LateClient(() -> client(uri, certificates, Duration.ZERO)),
        uri.toString(),
        "");
  }

  private static DockerHttpClient client(
      URI uri, Optional<Path> certificates, Duration responseTimeout) {
    var builder =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(uri)
            .sslConfig(tls(uri, certificates))
            .connectionTimeout(CONNECT_TIMEOUT);
    // No response timeout at all is what streams need: nothing may happen for hours.
    return responseTimeout.isZero()
        ? builder.build()
        : builder.responseTimeout(responseTimeout).build();
  }

  private static @Nullable SSLConfig tls(URI uri, Optional<Path> certificates) {
    if ("unix".equals(uri.getScheme()) || "npipe".equals(uri.getScheme())) {
      return new NoTls();
    }
    // Null, and nothing else, makes the client speak plain HTTP over TCP.
    return "tcp".equals(uri.getScheme()) && certificates.isPresent()
        ? TlsFiles.in(certificates.get())
        : null;
  }

  /** The same connections, speaking that version from now on. */
  EngineHttp speaking(ApiVersion version) {
    return new EngineHttp(requests, streams, endpoint, "/v" + version);
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

  /** Sends a request; an error status becomes an exception. */
  EngineResponse send(EngineRequest request) {
    return execute(() -> requests, request);
  }

  /** As {@link #send}, over a connection that may stay silent for as long as it likes. */
  EngineResponse stream(EngineRequest request) {
    return execute(streams::get, request);
  }

  private EngineResponse execute(Supplier<DockerHttpClient> client, EngineRequest request) {
    Request.Builder builder =
        Request.builder().method(request.method()).path(prefix + request.target());
    request
        .body()
        .ifPresent(
            body ->
                builder
                    .bodyBytes(body.bytes())
                    .headers(Map.of("Content-Type", body.contentType())));
    EngineResponse response = new EngineResponse(open(client, builder.build()), endpoint);
    if (response.isError()) {
      try (response) {
        throw response.error(request);
      }
    }
    return response;
  }

  private Response open(Supplier<DockerHttpClient> client, Request request) {
    try {
      return client.get().execute(request);
    } catch (RuntimeException e) {
      // The transport wraps every IOException, and says "pool shut down" once it is closed.
      Throwable cause = e.getCause() instanceof IOException io ? io : e;
      throw new EngineUnreachableException(endpoint, String.valueOf(cause.getMessage()), cause);
    }
  }

  @Override
  public void close() {
    close(requests);
    close(streams);
  }

  private static void close(Closeable client) {
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("a connection did not close cleanly", e);
    }
  }
}
