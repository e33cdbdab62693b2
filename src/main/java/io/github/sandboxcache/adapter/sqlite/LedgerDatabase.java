package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database: opened when it is first needed, one connection that writes and one that reads, so
 * that neither waits for the other. Thread-safe.
 *
 * <p>A committed transaction is in the write-ahead log, in the hands of the operating system, so
 * that the death of the process cannot take it back. Only a power failure can take the last ones;
 * even then the file stays whole.
 */
final class LedgerDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerDatabase.class);

  private final Optional<LedgerFile> file;
  private final Optional<LedgerOpening> opening;
  private final ReentrantLock writeLock = new ReentrantLock();
  private final ReentrantLock readLock;
  private final AtomicLong ownWrites = new AtomicLong();
  private final List<Runnable> writeListeners = new CopyOnWriteArrayList<>();
  private @Nullable Sql writer;
  private @Nullable LedgerReader reader;
  private volatile Optional<UsageLedgerException> refusal = Optional.empty();

  /** Whether damage was met in the open file; then the next opening reads all of it. */
  private volatile boolean suspect;

  private LedgerDatabase(Optional<LedgerFile> file) {
    this.file = file;
    this.opening = file.map(LedgerOpening::new);
    // In memory there is but one connection.
    this.readLock = file.isPresent() ? new ReentrantLock() : writeLock;
  }

  /** The database in that file, which need not exist. Nothing is opened yet. */
  static LedgerDatabase at(Path path, Clock clock) {
    return new LedgerDatabase(Optional.of(new LedgerFile(path, clock)));
  }

  /** A database that is never written to disk. */
  static LedgerDatabase inMemory() {
    return new LedgerDatabase(Optional.empty());
  }

  /** Work with a connection. */
  interface Work<T> {
    T apply(Sql sql) throws SQLException;
  }

  /** Names the database for people. */
  String name() {
    return file.map(here -> here.path().toString()).orElse("in memory");
  }

  /** Where a damaged or foreign file went that stood in the database's place. */
  Optional<Path> setAside() {
    return opening.flatMap(LedgerOpening::setAside);
  }

  /** Why nothing can be written; empty when something can, as far as is known. */
  Optional<UsageLedgerException> whyNotWritable() {
    if (refusal.isPresent()) {
      writeLock.lock();
      try {
        if (writer == null) {
          openWriter();
          refusal = Optional.empty();
        }
      } catch (SQLException | IOException e) {
        refusal = Optional.of(failed(e));
      } finally {
        writeLock.unlock();
      }
    }
    return refusal;
  }

  /** Different after every write of this process, and when the file was opened anew. */
  long ownWrites() {
    return ownWrites.get();
  }

  /**
   * Calls the listener after every write, on the thread that wrote.
   *
   * @return ends that
   */
  Runnable onWrite(Runnable listener) {
    writeListeners.add(listener);
    return () -> writeListeners.remove(listener);
  }

  /** Reads; what is written meanwhile is not seen. */
  <T> T read(Work<T> work) {
    readLock.lock();
    try {
      LedgerReader open = reader;
      if (open != null && !open.isUnchanged()) {
        reader = null;
        close(open);
        ownWrites.incrementAndGet();
        open = null;
      }
      return (open == null ? openReader() : open).read(work);
    } catch (SQLException | IOException e) {
      throw failed(e);
    } finally {
      readLock.unlock();
      closeWhenSuspect();
    }
  }

  /** Writes in one transaction: all of it or, when it fails, nothing. */
  <T> T write(Work<T> work) {
    T result = writeLocked(work);
    writeListeners.forEach(Runnable::run);
    return result;
  }

  private <T> T writeLocked(Work<T> work) {
    writeLock.lock();
    try {
      Sql sql = writer == null ? openWriter() : writer;
      sql.run("BEGIN IMMEDIATE");
      T result;
      try {
        result = work.apply(sql);
        sql.run("COMMIT");
      } catch (SQLException | RuntimeException e) {
        sql.rollBack(e);
        throw e;
      }
      ownWrites.incrementAndGet();
      refusal = Optional.empty();
      return result;
    } catch (SQLException | IOException e) {
      UsageLedgerException failure = failed(e);
      refusal = Optional.of(failure).filter(f -> f.reason().isAboutWriting());
      throw failure;
    } finally {
      writeLock.unlock();
      closeWhenSuspect();
    }
  }

  private LedgerReader openReader() throws SQLException, IOException {
    LedgerReader opened =
        file.isEmpty()
            ? LedgerReader.following(inMemoryConnection())
            : openReader(file.get().path());
    reader = opened;
    return opened;
  }

  private LedgerReader openReader(Path path) throws SQLException, IOException {
    writeLock.lock();
    try {
      // The writer's opening makes and checks the tables.
      if (writer == null) {
        openWriter();
      }
    } catch (SQLException | IOException e) {
      UsageLedgerException failure = failed(e);
      if (!failure.reason().isAboutWriting() || !Files.isReadable(path)) {
        throw e;
      }
      refusal = Optional.of(failure);
      try {
        return LedgerReader.readOnly(path);
      } catch (SQLException | IOException other) {
        if (LedgerFailure.isAboutTheFile(other)) {
          throw other;
        }
        e.addSuppressed(other);
        throw e;
      }
    } finally {
      writeLock.unlock();
    }
    return LedgerReader.following(LedgerConnection.open(path));
  }

  private Sql openWriter() throws SQLException, IOException {
    Sql opened = opening.isEmpty() ? inMemoryConnection() : opening.get().open(suspect);
    suspect = false;
    writer = opened;
    return opened;
  }

  /** What is in memory is seen by its own connection only, so that both are one. */
  private Sql inMemoryConnection() throws SQLException {
    Sql known = writer;
    if (known != null) {
      return known;
    }
    Sql opened = LedgerConnection.openInMemory();
    Schema.migrate(opened);
    writer = opened;
    return opened;
  }

  private UsageLedgerException failed(Exception cause) {
    if (LedgerFailure.isDamage(cause)) {
      suspect = true;
    }
    return file.map(here -> LedgerFailure.of(here, cause))
        .orElseGet(() -> new UsageLedgerException(name(), cause));
  }

  private void closeWhenSuspect() {
    if (suspect) {
      close();
    }
  }

  @Override
  public void close() {
    // In the same order as a read that opens the database.
    readLock.lock();
    writeLock.lock();
    try {
      LedgerReader openReader = reader;
      Sql openWriter = writer;
      reader = null;
      writer = null;
      close(openReader);
      close(openWriter);
    } finally {
      writeLock.unlock();
      readLock.unlock();
    }
  }

  private void close(@Nullable AutoCloseable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (Exception e) {
      LOG.warn("{} did not close cleanly; nothing is lost", name(), e);
    }
  }
}
