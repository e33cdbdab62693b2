package io.github.sandboxcache.domain.contents;

/** Why some of what is inside an image is not told. */
public enum ContentsProblem {
  /** A layer of the image was not in what the engine sent. */
  LAYER_MISSING,
  /** A layer ends early, or is no archive from somewhere on; what stood before is told. */
  LAYER_DAMAGED,
  /** A layer is packed in a way that cannot be read here. */
  LAYER_PACKED,
  /** More bytes than are read of one image; what came after is not told. */
  TOO_LARGE,
  /** A file with a path that no image needs: with {@code ..}, too long, or not a path. */
  ODD_PATH,
  /** More directories than are told one by one; their bytes count for the directory above. */
  TOO_MANY_DIRECTORIES,
  /** More packages than are told. */
  TOO_MANY_PACKAGES,
  /** More deletions than are remembered; some packages that are told may be deleted again. */
  TOO_MANY_DELETIONS,
  /** The metadata of a package is longer than is read. */
  METADATA_TOO_LONG,
  /** The metadata of a package is not what it should be. */
  METADATA_BROKEN,
  /** The metadata of a package tells sizes that are not possible. */
  METADATA_LIES,
  /**
   * What the base has cannot be read, so nothing is told of what the system's manager installed.
   */
  BASE_UNREADABLE
}
