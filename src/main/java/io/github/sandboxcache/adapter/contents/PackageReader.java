package io.github.sandboxcache.adapter.contents;

/** Recognizes the packages of one kind by their files. Has no state. */
interface PackageReader {
  /** A metadata file is not what it should be. */
  final class BrokenMetadataException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenMetadataException(String message) {
      super(message);
    }

    BrokenMetadataException(Throwable cause) {
      super(cause);
    }
  }

  /** Every file of a layer, its metadata included. */
  default void onFile(String path, long bytes, LayerFindings found) {}

  /** Whether it reads that file. */
  boolean wants(String path);

  /** Whether that file holds the system's packages, also those of the base. */
  default boolean isOfSystem(String path) {
    return false;
  }

  /** Reads a file that it wants. */
  void read(String path, byte[] content, LayerFindings found) throws BrokenMetadataException;
}
