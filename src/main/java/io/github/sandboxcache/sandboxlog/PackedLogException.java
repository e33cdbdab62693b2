package io.github.sandboxcache.sandboxlog;

import java.io.IOException;
import java.nio.file.Path;

/** A log that is to be followed is packed: it cannot grow, and is read by an import. */
final class PackedLogException extends IOException {
  private static final long serialVersionUID = 1L;

  PackedLogException(Path path) {
    super(path + " is packed by gzip");
  }
}
