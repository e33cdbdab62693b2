package io.github.sandboxcache.adapter.os;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who has the window. A file lock decides, which the system takes back from a process
 * however it ends; a socket carries the wish to be shown, and nothing else.
 */
public final class SingleInstance {
  private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(40);

  private final Path directory;
  private final Duration patience;

  /** Among all processes that keep their state in that directory. */
  public SingleInstance(Path directory) {
    this(directory, PATIENCE);
  }

  SingleInstance(Path directory, Duration patience) {
    this.directory = directory;
    this.patience = patience;
  }

  /** Takes the window, or has the process that has it show it. Waits 3 s at most. */
  public Claim claim(WindowKind kind) {
    InstanceFiles files = new InstanceFiles(directory, kind);
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      files.makeDirectory();
      do {
        Claim claim = attempt(files);
        if (!(claim instanceof Claim.Unknown)) {
          return claim;
        }
        // The other one may be just starting or just ending.
        Thread.sleep(PAUSE);
      } while (System.nanoTime() < deadline);
      LOG.warn("the window that is open does not answer, so another one opens");
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("cannot find out in {} whether a window is open, so one opens", directory, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return new Claim.Unknown();
  }

  private static Claim attempt(InstanceFiles files) throws IOException {
    FileChannel channel =
        FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Claim.First(WindowInstance.open(files, channel));
      }
    } catch (OverlappingFileLockException _) {
      // This process itself has it, which is asked like any other.
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Files.exists(files.address()) && ShowSocket.ask(files.readAddress())
        ? new Claim.ShownElsewhere()
        : new Claim.Unknown();
  }
}
