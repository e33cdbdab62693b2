package io.github.sandboxcache.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that is made when it is first needed; many never are. Thread-safe. */
final class LateClient implements Closeable {
  private final Supplier<DockerHttpClient> maker;
  private @Nullable DockerHttpClient client;
  private boolean closed;

  LateClient(Supplier<DockerHttpClient> maker) {
    this.maker = maker;
  }

  /**
   * The client.
   *
   * @throws IllegalStateException when it was closed
   */
  synchronized DockerHttpClient get() {
    if (closed) {
      throw new IllegalStateException("the connection is closed");
    }
    @Nullable DockerHttpClient made = client;
    if (made == null) {
      made = maker.get();
      client = made;
    }
    return made;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (client != null) {
      client.close();
    }
  }
}
