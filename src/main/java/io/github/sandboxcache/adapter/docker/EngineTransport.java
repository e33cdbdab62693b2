package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.shaded.org.apache.hc.core5.http.NoHttpResponseException;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * docker-java's transport with what it lacks: an end to waiting for a silent engine, another try
 * where a kept connection was closed by the engine, and errors in the port's terms. docker-java's
 * commands and our own requests both go this way. Thread-safe.
 */
final class EngineTransport implements DockerHttpClient {
  /** More than one kept connection may have been closed. */
  private static final int MAX_TRIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(EngineTransport.class);

  private final DockerHttpClient client;
  private final SilenceWatch silence;
  private final Patience patience;
  private final EngineRoute route;

  EngineTransport(
      DockerHttpClient client, SilenceWatch silence, Patience patience, EngineRoute route) {
    this.client = client;
    this.silence = silence;
    this.patience = patience;
    this.route = route;
  }

  /** For how long the engine may be silent. */
  enum Patience {
    /** Never for long. */
    NONE,
    /** For ever, once its answer has begun. */
    DURING_ANSWER,
    /** For ever. */
    ENDLESS
  }

  /**
   * Sends a request.
   *
   * @throws EngineRefusedException when the answer is an error, with the engine's words
   * @throws EngineUnreachableException when there is none
   */
  @Override
  public Response execute(Request request) {
    for (int tries = 1; ; tries++) {
      try {
        return checked(open(request), request);
      } catch (EngineUnreachableException e) {
        boolean mayTryAgain = request.method().equals("GET") && tries < MAX_TRIES;
        if (!mayTryAgain || !(e.getCause() instanceof NoHttpResponseException)) {
          throw e;
        }
      }
    }
  }

  private Response open(Request request) {
    try {
      return switch (patience) {
        case NONE -> new WatchedResponse(silence.await(() -> client.execute(request)));
        case DURING_ANSWER -> silence.await(() -> client.execute(request), this::close);
        case ENDLESS -> client.execute(request);
      };
    } catch (IOException | RuntimeException e) {
      // The transport wraps every IOException, and says "pool shut down" once it is closed.
      Throwable cause =
          route.blame(
              e instanceof RuntimeException && e.getCause() instanceof IOException io ? io : e);
      throw new EngineUnreachableException(
          route.endpoint(), name(request), EngineWords.of(cause), cause);
    }
  }

  private static Response checked(Response response, Request request) {
    int status = response.getStatusCode();
    if (status >= 200 && status < 300) {
      return response;
    }
    try (response) {
      throw new EngineRefusedException(
          status, name(request), EngineWords.ofRefusal(status, response.getBody()));
    }
  }

  /** What a request is called in words about failures. */
  private static String name(Request request) {
    String path = request.path().replaceFirst("\\?.*$", "").replaceFirst("^/v[0-9.]+/", "/");
    return request.method() + " " + path.replace("%2F", "/");
  }

  /** Ends all answers. */
  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("a connection did not close cleanly", e);
    }
  }

  /** An answer each byte of which has to come in time. */
  private final class WatchedResponse implements Response {
    private final Response response;
    // Asked for once: a second stream over a body that was read to its end only throws.
    private final InputStream body;

    WatchedResponse(Response response) {
      this.response = response;
      this.body = silence.watched(response.getBody());
    }

    @Override
    public int getStatusCode() {
      return response.getStatusCode();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return response.getHeaders();
    }

    @Override
    public InputStream getBody() {
      return body;
    }

    @Override
    public void close() {
      try (response) {
        body.close();
      } catch (IOException e) {
        LOG.debug("an answer was not read to its end", e);
      }
    }
  }
}
