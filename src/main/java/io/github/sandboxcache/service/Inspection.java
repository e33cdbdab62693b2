package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.catalog.ImageBase;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.task.TaskResult;
import java.util.Optional;

/**
 * What a look inside a cached image came to.
 *
 * @param stack all its layers, and which are above its base
 * @param contents what is above its base
 * @param base what it was made from
 * @param asked the packages it was asked to have; empty when nothing tells them and nothing in the
 *     image is marked as asked for
 */
public record Inspection(
    LayerStack stack, ImageContents contents, ImageBase base, Optional<AskedPackages> asked)
    implements TaskResult {
  @Override
  public boolean successful() {
    return true;
  }
}
