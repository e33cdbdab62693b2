package io.github.sandboxcache.domain.restore;

import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.history.RemovedImage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What it takes to make removed images again, as far as records tell. */
public sealed interface RestoreCost {
  /**
   * They are loaded from their archives.
   *
   * @param bytes what is read of the disk
   */
  record FromArchive(long bytes) implements RestoreCost {}

  /**
   * They are installed, one after the other.
   *
   * @param time what their installs took; empty when that of any is not recorded
   * @param bytes what they had alone, and will take again; empty when that of any is not known
   */
  record Installed(Optional<Duration> time, OptionalLong bytes) implements RestoreCost {}

  /** Nothing is known, or not in which of these ways. */
  record Unknown() implements RestoreCost {}

  /**
   * That of one image.
   *
   * @param removed what was removed last of its name
   * @param archives the archives of images of that name
   * @param installTime how long its installs took; empty when none is recorded
   */
  static RestoreCost of(
      RemovedImage removed, List<ArchivedImage> archives, Optional<Duration> installTime) {
    Optional<ArchivedImage> archive =
        archives.stream()
            .filter(each -> each.subject().imageId().equals(removed.recipe().imageId()))
            .findFirst();
    if (archive.isPresent()) {
      return new FromArchive(archive.get().bytes());
    }
    return RestoreRequest.of(removed.recipe()).isPresent()
        ? new Installed(installTime, removed.bytes())
        : new Unknown();
  }

  /** That of several together; unknown where that of any is, or where they differ in the way. */
  static RestoreCost sum(Collection<RestoreCost> costs) {
    return costs.stream().reduce(RestoreCost::plus).orElseGet(Unknown::new);
  }

  private static RestoreCost plus(RestoreCost one, RestoreCost other) {
    if (one instanceof FromArchive(long some) && other instanceof FromArchive(long more)) {
      return new FromArchive(some + more);
    }
    if (one instanceof Installed some && other instanceof Installed more) {
      return new Installed(
          some.time().flatMap(time -> more.time().map(time::plus)),
          some.bytes().isPresent() && more.bytes().isPresent()
              ? OptionalLong.of(some.bytes().getAsLong() + more.bytes().getAsLong())
              : OptionalLong.empty());
    }
    return new Unknown();
  }
}
