package io.github.sandboxcache.domain.contents;

/**
 * Some files together.
 *
 * @param files how many, 0 or more
 * @param bytes what they take unpacked, 0 or more
 */
public record FileCount(long files, long bytes) {
  /** No files. */
  public static final FileCount NONE = new FileCount(0, 0);

  /** One more file. */
  public FileCount plus(long moreBytes) {
    return new FileCount(files + 1, bytes + moreBytes);
  }

  /** These and those. */
  public FileCount plus(FileCount more) {
    return new FileCount(files + more.files, bytes + more.bytes);
  }
}
