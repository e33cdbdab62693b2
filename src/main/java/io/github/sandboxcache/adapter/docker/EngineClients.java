package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import java.io.Closeable;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients for one engine: one for all requests, and one more for each stream. To close
 * that ends the stream wherever it is, also while its answer has not begun, on every kind of
 * connection. Thread-safe.
 */
final class EngineClients implements Closeable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final EngineRoute route;
  private final SilenceWatch silence;
  private final EngineTransport requests;
  private final Set<EngineTransport> streams = new HashSet<>();
  private boolean closed;

  /**
   * Those for an engine, whose way they close; opens nothing yet.
   *
   * @param maxSilence after so long without a byte the engine is taken for frozen
   */
  EngineClients(EngineRoute route, Duration maxSilence) {
    this.route = route;
    this.silence = new SilenceWatch(maxSilence);
    this.requests = transport(maxSilence, Patience.NONE);
  }

  /** The one for requests that are answered at once. */
  EngineTransport requests() {
    return requests;
  }

  EngineRoute route() {
    return route;
  }

  /**
   * One for a stream.
   *
   * @throws IllegalStateException when all were closed
   */
  synchronized EngineTransport open(Patience patience) {
    if (closed) {
      throw new IllegalStateException("the connection is closed");
    }
    // No response timeout at all is what streams need: nothing may happen for hours.
    EngineTransport stream = transport(Duration.ZERO, patience);
    streams.add(stream);
    return stream;
  }

  /** Ends one stream; a second call does nothing. */
  void close(EngineTransport stream) {
    synchronized (this) {
      if (!streams.remove(stream)) {
        return;
      }
    }
    stream.close();
  }

  /** Ends everything. */
  @Override
  public void close() {
    List<EngineTransport> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(streams);
    }
    silence.close();
    left.forEach(this::close);
    requests.close();
    route.close();
  }

  private EngineTransport transport(Duration responseTimeout, Patience patience) {
    return new EngineTransport(client(responseTimeout), silence, patience, route);
  }

  private DockerHttpClient client(Duration responseTimeout) {
    URI uri = route.uri();
    Optional<Tls> tls = route.tls();
    if ("tcp".equals(uri.getScheme()) && tls.filter(how -> !how.verified()).isPresent()) {
      return new UnverifiedTlsClient(uri, TlsFiles.context(tls.get()), CONNECT_TIMEOUT);
    }
    var builder =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(uri)
            .sslConfig(sslConfig())
            .connectionTimeout(CONNECT_TIMEOUT);
    return responseTimeout.isZero()
        ? builder.build()
        : builder.responseTimeout(responseTimeout).build();
  }

  private @Nullable SSLConfig sslConfig() {
    if (!"tcp".equals(route.uri().getScheme())) {
      return new NoTls();
    }
    // Null, and nothing else, makes the client speak plain HTTP over TCP.
    return route.tls().map(TlsFiles::context).<SSLConfig>map(context -> () -> context).orElse(null);
  }
}
