package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.AsyncDockerCmd;
import com.github.dockerjava.api.command.SyncDockerCmd;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one engine: docker-java's commands, and requests of our own where it has none
 * that would do. What goes wrong becomes the port's exceptions. Thread-safe.
 */
final class EngineConnection implements AutoCloseable {
  /** An engine that sends nothing for so long is frozen. */
  private static final Duration MAX_SILENCE = Duration.ofSeconds(60);

  private final EngineClients clients;
  private final EngineTransport transport;
  private final Optional<ApiVersion> version;
  private final Runnable whenClosed;
  private @Nullable DockerClient commands;

  private EngineConnection(
      EngineClients clients,
      EngineTransport transport,
      Optional<ApiVersion> version,
      Runnable whenClosed) {
    this.clients = clients;
    this.transport = transport;
    this.version = version;
    this.whenClosed = whenClosed;
  }

  /** Opens nothing yet; the first request connects. */
  static EngineConnection by(EngineRoute route) {
    return by(route, MAX_SILENCE);
  }

  /** The same where no other program is needed. */
  static EngineConnection at(URI uri, Optional<Tls> tls) {
    return by(new EngineRoute.Direct(uri, tls));
  }

  /** The same, with an engine that is taken for frozen after that time without a byte. */
  static EngineConnection at(URI uri, Optional<Tls> tls, Duration maxSilence) {
    return by(new EngineRoute.Direct(uri, tls), maxSilence);
  }

  private static EngineConnection by(EngineRoute route, Duration maxSilence) {
    EngineClients clients = new EngineClients(route, maxSilence);
    return new EngineConnection(clients, clients.requests(), Optional.empty(), clients::close);
  }

  /** The same connection, speaking that version from now on. */
  EngineConnection speaking(ApiVersion spoken) {
    return new EngineConnection(clients, transport, Optional.of(spoken), whenClosed);
  }

  String endpoint() {
    return clients.route().endpoint();
  }

  /**
   * docker-java's commands; {@link #ask}, {@link #run} and {@link #follow} execute them.
   *
   * @throws java.util.NoSuchElementException while no version is spoken
   */
  synchronized DockerClient commands() {
    if (commands == null) {
      // Not at a start: its classes take longer to load than a list takes to come.
      CommandSettings settings = new CommandSettings(version.orElseThrow());
      commands = DockerClientImpl.getInstance(settings, transport);
    }
    return commands;
  }

  /** Executes a command and returns its answer. */
  <T> T ask(SyncDockerCmd<T> command) {
    T answer = execute(command);
    if (answer == null) {
      throw broken("", new IOException("an empty answer"));
    }
    return answer;
  }

  /**
   * Executes a command about one image and returns its answer.
   *
   * @throws ImageNotFoundException when there is none of that name or id
   */
  <T> T askAboutImage(SyncDockerCmd<T> command) {
    try {
      return ask(command);
    } catch (EngineRefusedException e) {
      throw aboutImage(e);
    }
  }

  /**
   * Executes a command about one image and returns its answer, a list; engines write null for one
   * without entries.
   *
   * @throws ImageNotFoundException when there is none of that name or id
   */
  <T> List<T> listAboutImage(SyncDockerCmd<List<T>> command) {
    try {
      return EngineJson.orEmpty(execute(command));
    } catch (EngineRefusedException e) {
      throw aboutImage(e);
    }
  }

  /** Executes a command whose answer does not matter beyond that it is not an error. */
  void run(SyncDockerCmd<Void> command) {
    execute(command);
  }

  private <T> @Nullable T execute(SyncDockerCmd<T> command) {
    try {
      return command.exec();
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  /** Reads the body of an answer. */
  interface Reader<T> {
    T read(InputStream body) throws IOException;
  }

  /** Sends a request for which docker-java has no command, and reads its answer. */
  <T> T send(EngineRequest request, Reader<T> reader) {
    return send(request, request.toRequest(prefix()), reader);
  }

  /** The same with further headers. */
  <T> T send(EngineRequest request, Map<String, String> headers, Reader<T> reader) {
    return send(request, request.toRequest(prefix(), headers), reader);
  }

  /** The same with a tar as its content, sent as it is read. */
  <T> T send(EngineRequest request, InputStream tar, Reader<T> reader) {
    return send(request, request.toRequest(prefix(), tar), reader);
  }

  private String prefix() {
    return version.map(spoken -> "/v" + spoken).orElse("");
  }

  private <T> T send(EngineRequest request, Request sent, Reader<T> reader) {
    try (Response response = transport.execute(sent)) {
      InputStream body = response.getBody();
      T answer = reader.read(body);
      // So that the connection can be used again.
      body.transferTo(OutputStream.nullOutputStream());
      return answer;
    } catch (IOException e) {
      throw broken(request.name(), e);
    }
  }

  /** The same for an answer in JSON. */
  <T> T send(EngineRequest request, Class<T> type) {
    return send(request, body -> EngineJson.read(body, type));
  }

  /**
   * The same about one image.
   *
   * @throws ImageNotFoundException when there is none of that name or id
   */
  <T> T sendAboutImage(EngineRequest request, Class<T> type) {
    try {
      return send(request, type);
    } catch (EngineRefusedException e) {
      throw aboutImage(e);
    }
  }

  /**
   * Does something long on a connection of its own, which a cancellation closes.
   *
   * @throws java.util.concurrent.CancellationException when it failed once cancelled
   */
  <T> T apart(Patience patience, Cancellation cancellation, Function<EngineConnection, T> work) {
    try (EngineConnection own = apart(patience);
        var _ = cancellation.onCancel(own::close)) {
      return work.apply(own);
    } catch (EngineException e) {
      // What a cancellation breaks off is no failure of the engine.
      cancellation.throwIfCancelled();
      throw e;
    }
  }

  /** A connection of its own for one long answer; closing it ends the answer wherever it is. */
  EngineConnection apart(Patience patience) {
    EngineTransport own;
    try {
      own = clients.open(patience);
    } catch (IllegalStateException e) {
      throw new EngineUnreachableException(endpoint(), EngineWords.of(e), e);
    }
    return new EngineConnection(clients, own, version, () -> clients.close(own));
  }

  /** Executes a command and hands over what it answers, item by item, until that ends. */
  <C extends AsyncDockerCmd<C, T>, T> void follow(C command, Consumer<T> onItem) {
    await(command.exec(new StreamReports<>(onItem)).end());
  }

  /** The same, and returns once the engine has begun to answer. */
  <C extends AsyncDockerCmd<C, T>, T> StreamReports<T> begin(C command, Consumer<T> onItem) {
    StreamReports<T> reports = command.exec(new StreamReports<>(onItem));
    await(reports.begin());
    return reports;
  }

  private void await(CompletableFuture<Void> reported) {
    try {
      reported.get();
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnreachableException(endpoint(), "interrupted", e);
    }
  }

  /** What a command threw, as the port tells it; what is no engine's doing stays as it is. */
  RuntimeException failure(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      // A command wraps what the transport threw, or how reading its answer failed.
      if (cause instanceof EngineException known) {
        return known;
      }
      if (cause instanceof IOException broken) {
        return broken("", broken);
      }
    }
    return thrown instanceof RuntimeException own ? own : new IllegalStateException(thrown);
  }

  /** A refusal where the question was about one image, which may not be there. */
  static EngineRefusedException aboutImage(EngineRefusedException refusal) {
    return refusal.status() == HttpURLConnection.HTTP_NOT_FOUND
        ? new ImageNotFoundException(String.valueOf(refusal.getMessage()))
        : refusal;
  }

  private EngineUnreachableException broken(String request, IOException broken) {
    Throwable cause = clients.route().blame(broken);
    String words = EngineWords.of(cause);
    return request.isEmpty()
        ? new EngineUnreachableException(endpoint(), words, cause)
        : new EngineUnreachableException(endpoint(), request, words, cause);
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
