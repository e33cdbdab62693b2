package io.github.sandboxcache.adapter.os;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hold on being the only window of its kind. Thread-safe. */
public final class WindowInstance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WindowInstance.class);

  private final InstanceFiles files;
  private final FileChannel lock;
  private final Path socket;
  private final ShowSocket server;

  private WindowInstance(InstanceFiles files, FileChannel lock, Path socket, ShowSocket server) {
    this.files = files;
    this.lock = lock;
    this.socket = socket;
    this.server = server;
  }

  static WindowInstance open(InstanceFiles files, FileChannel lock) throws IOException {
    Path socket = files.placeForSocket();
    ShowSocket server = ShowSocket.at(socket);
    try {
      files.writeAddress(socket);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return new WindowInstance(files, lock, socket, server);
  }

  /**
   * Has that called, from any thread, whenever another start wants the window shown.
   *
   * @param show brings the window to the front
   */
  public void onAsked(Runnable show) {
    server.onAsked(show);
  }

  /** Lets others have the window; who asks from now on gets no answer. */
  @Override
  public void close() {
    try (lock) {
      server.close();
      files.remove(socket);
    } catch (IOException e) {
      LOG.warn("what is left of the window's socket at {} is harmless", socket, e);
    }
  }
}
