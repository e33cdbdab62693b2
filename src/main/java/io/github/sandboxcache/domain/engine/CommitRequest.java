package io.github.sandboxcache.domain.engine;

import java.util.Map;

/**
 * What a commit makes: an image without a name.
 *
 * @param config the base image's way to run, kept as it is
 * @param labels labels of the image; they override those of the container
 * @param comment for people who read the image's history
 */
public record CommitRequest(ImageConfig config, Map<String, String> labels, String comment) {
  /** Copies the labels, so that the record never changes. */
  public CommitRequest {
    labels = Map.copyOf(labels);
  }
}
