package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.text.InstallText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code install}.
 *
 * @param success whether the image is there now
 * @param cached whether it was there before, so that nothing ran
 * @param durationMs how long it took, in milliseconds
 * @param installedPackages the packages in the image; empty after a failure
 * @param reference the image; null after a failure
 * @param errors why it failed; empty on success
 */
record InstallDocument(
    boolean success,
    boolean cached,
    long durationMs,
    List<String> installedPackages,
    @Nullable String reference,
    List<String> errors) {

  static InstallDocument of(InstallResult result) {
    return new InstallDocument(
        result.successful(),
        result.cached(),
        result.duration().toMillis(),
        result.installedPackages(),
        result.reference().map(CacheReference::toString).orElse(null),
        InstallText.errors(result));
  }
}
