package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.contents.InstalledPackage;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an image that shall be made again as it was.
 *
 * @param installed all packages above its base with their versions, untrusted; empty when they are
 *     not known or not to be asked for again
 * @param baseId the engine's id of its base image, taken if it is still there; empty when not known
 */
public record RecordedImage(List<InstalledPackage> installed, Optional<String> baseId) {
  /** Copies the list, so that the record never changes. */
  public RecordedImage {
    installed = List.copyOf(installed);
  }
}
