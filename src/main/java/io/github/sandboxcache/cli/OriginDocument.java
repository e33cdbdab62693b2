package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.registry.TransferNotes.Pulled;

/**
 * From which registry an image came.
 *
 * @param registry {@code HOST/NAMESPACE}
 * @param digest of what was pulled
 * @param at when it came, ISO 8601, UTC
 */
record OriginDocument(String registry, String digest, String at) {
  static OriginDocument of(Pulled image) {
    return new OriginDocument(
        image.reference().registry().toString(), image.digest(), Documents.time(image.at()));
  }
}
