package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client for each stream: to close it ends the stream wherever it is, also while its answer has
 * not begun, on every kind of connection. Thread-safe.
 */
final class StreamClients implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamClients.class);

  private final Supplier<DockerHttpClient> maker;
  private final Set<DockerHttpClient> open = new HashSet<>();
  private boolean closed;

  StreamClients(Supplier<DockerHttpClient> maker) {
    this.maker = maker;
  }

  /**
   * A client for one stream.
   *
   * @throws IllegalStateException when all were closed
   */
  synchronized DockerHttpClient open() {
    if (closed) {
      throw new IllegalStateException("the connection is closed");
    }
    DockerHttpClient client = maker.get();
    open.add(client);
    return client;
  }

  /** Ends one stream; a second call does nothing. */
  void close(DockerHttpClient client) {
    synchronized (this) {
      if (!open.remove(client)) {
        return;
      }
    }
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("a connection did not close cleanly", e);
    }
  }

  @Override
  public void close() {
    List<DockerHttpClient> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(open);
    }
    left.forEach(this::close);
  }
}
