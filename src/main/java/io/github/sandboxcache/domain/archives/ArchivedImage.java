package io.github.sandboxcache.domain.archives;

import java.time.Instant;

/**
 * A removed image that is kept.
 *
 * @param subject which image
 * @param bytes what its archive takes on disk
 * @param keptAt when it was removed last, UTC
 */
public record ArchivedImage(ArchiveSubject subject, long bytes, Instant keptAt) {}
