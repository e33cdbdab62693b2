package io.github.sandboxcache.domain.archives;

import io.github.sandboxcache.domain.archives.ArchiveTrouble.Kind;
import java.io.IOException;

/** An image cannot be archived, or not be had back from its archive. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ArchiveTrouble trouble;

  /** With what is wrong. */
  public ArchiveException(ArchiveTrouble trouble) {
    super(trouble.toString());
    this.trouble = trouble;
  }

  /** With what is wrong, and what told so. */
  public ArchiveException(ArchiveTrouble trouble, Throwable cause) {
    super(trouble.toString(), cause);
    this.trouble = trouble;
  }

  /** Of a file that cannot be written or read. */
  public static ArchiveException disk(IOException cause) {
    return new ArchiveException(new ArchiveTrouble(Kind.DISK, String.valueOf(cause)), cause);
  }

  /** What is wrong. */
  public ArchiveTrouble trouble() {
    return trouble;
  }
}
