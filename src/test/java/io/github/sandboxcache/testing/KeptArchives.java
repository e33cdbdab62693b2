package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.archives.ArchiveLimits;
import io.github.sandboxcache.domain.archives.ArchiveSubject;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Archives that are only told of, and can be deleted. */
public final class KeptArchives implements ImageArchives {
  private final List<ArchivedImage> archives = new CopyOnWriteArrayList<>();

  /** One more of that many bytes. */
  public KeptArchives with(String engine, String name, long bytes) {
    ArchiveSubject subject =
        new ArchiveSubject(
            engine, "sha256:" + archives.size(), List.of(name), List.of(), 0, Optional.empty());
    archives.add(new ArchivedImage(subject, bytes, Instant.EPOCH));
    return this;
  }

  @Override
  public List<ArchivedImage> list() {
    return List.copyOf(archives);
  }

  @Override
  public ArchivedImage keep(
      ArchiveSubject subject,
      InputStream exported,
      ArchiveLimits limits,
      Cancellation cancellation) {
    throw new AssertionError("nothing is kept here");
  }

  @Override
  public void renew(ArchivedImage archive, List<String> names) {
    throw new AssertionError("nothing is kept here");
  }

  @Override
  public <T> T read(
      ArchivedImage archive, LongConsumer bytesRead, Cancellation cancellation, Reader<T> reader) {
    throw new AssertionError("nothing is read here");
  }

  @Override
  public void delete(ArchivedImage archive) {
    archives.remove(archive);
  }

  @Override
  public void tidy(ArchiveLimits limits) {}
}
