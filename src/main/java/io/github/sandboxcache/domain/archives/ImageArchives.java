package io.github.sandboxcache.domain.archives;

import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A place for archives. Each is there in full or not at all, whenever the process ends.
 * Thread-safe; waits for the disk; every method throws an {@link ArchiveException} when that fails.
 */
public interface ImageArchives {
  /** What is there, for all engines, newest first. */
  List<ArchivedImage> list();

  /**
   * Keeps an image; takes the place of an earlier archive of it. Others are deleted where the
   * limits say so.
   *
   * @param exported the image as its engine saves it; read to its end, closed by others
   * @throws IOException when reading that fails
   * @throws ArchiveException when it cannot be kept within the limits, or not without filling the
   *     disk; then nothing is deleted
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  ArchivedImage keep(
      ArchiveSubject subject, InputStream exported, ArchiveLimits limits, Cancellation cancellation)
      throws IOException;

  /** Keeps an archive from now on as one of an image with those names. */
  void renew(ArchivedImage archive, List<String> names);

  /**
   * Reads an archive as the engine loads it. It is read twice: before anything is handed over, it
   * is checked to its end.
   *
   * @param bytesRead hears how many of twice {@link ArchivedImage#bytes} have been read
   * @throws ArchiveException also when it is damaged, or gone
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  <T> T read(
      ArchivedImage archive, LongConsumer bytesRead, Cancellation cancellation, Reader<T> reader);

  /** Deletes an archive; one that is gone already is none the worse for it. */
  void delete(ArchivedImage archive);

  /** Deletes what the limits say, and what killed processes left half done. */
  void tidy(ArchiveLimits limits);

  /** A place with nothing in it, for who archives nothing. */
  ImageArchives NONE =
      new ImageArchives() {
        @Override
        public List<ArchivedImage> list() {
          return List.of();
        }

        @Override
        public ArchivedImage keep(
            ArchiveSubject subject,
            InputStream exported,
            ArchiveLimits limits,
            Cancellation cancellation) {
          throw new UnsupportedOperationException("nothing is kept here");
        }

        @Override
        public void renew(ArchivedImage archive, List<String> names) {
          throw new UnsupportedOperationException("nothing is kept here");
        }

        @Override
        public <T> T read(
            ArchivedImage archive,
            LongConsumer bytesRead,
            Cancellation cancellation,
            Reader<T> reader) {
          throw new UnsupportedOperationException("nothing is kept here");
        }

        @Override
        public void delete(ArchivedImage archive) {}

        @Override
        public void tidy(ArchiveLimits limits) {}
      };

  /**
   * Reads an archive.
   *
   * @param <T> what it makes of it
   */
  interface Reader<T> {
    /** Reads it; the stream is closed by others. */
    T read(InputStream archive);
  }
}
