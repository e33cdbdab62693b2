package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.install.InstallRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an install would do with what is filled in.
 *
 * @param base the base image
 * @param request the request of the valid packages; empty while there is none
 * @param cached the image that is there already under that name
 * @param bad the chips to be fixed first
 */
record InstallPlan(
    BaseChoice base,
    Optional<InstallRequest> request,
    Optional<CachedImage> cached,
    List<PackageChip> bad) {
  private static final Pattern IMAGE_NAME = Pattern.compile("[\\w\\[][\\w.:/@\\[\\]-]*");

  /** Whether the base image's name can be one at all. */
  boolean baseValid() {
    return IMAGE_NAME.matcher(base.reference()).matches();
  }

  /** Whether Install may be pressed. */
  boolean installable() {
    return request.isPresent() && cached.isEmpty() && bad.isEmpty() && baseValid();
  }
}
