package io.github.sandboxcache.adapter.archives;

import io.github.sandboxcache.domain.archives.ArchiveSubject;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside an archive, as JSON.
 *
 * @param sha256 the digest of the packed file, in hexadecimal digits
 * @param keptAt as in ISO 8601, UTC
 */
record Sidecar(
    @Nullable String engine,
    @Nullable String imageId,
    @Nullable List<String> names,
    @Nullable List<String> diffIds,
    int baseLayers,
    @Nullable String baseId,
    long bytes,
    @Nullable String sha256,
    @Nullable String keptAt) {
  static Sidecar of(ArchivedImage archive, String sha256) {
    ArchiveSubject subject = archive.subject();
    return new Sidecar(
        subject.engine(),
        subject.imageId(),
        subject.names(),
        subject.diffIds(),
        subject.baseLayers(),
        subject.baseId().orElse(null),
        archive.bytes(),
        sha256,
        archive.keptAt().toString());
  }

  /**
   * The archive that it tells of.
   *
   * @throws IOException when it tells of none
   */
  ArchivedImage toArchive() throws IOException {
    if (engine == null || imageId == null || names == null || diffIds == null || keptAt == null) {
      throw new IOException("something is missing");
    }
    try {
      return new ArchivedImage(
          new ArchiveSubject(
              engine, imageId, names, diffIds, baseLayers, Optional.ofNullable(baseId)),
          bytes,
          Instant.parse(keptAt));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
