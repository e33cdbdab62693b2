package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.archives.ArchiveTrouble;

/** Why an image cannot be archived or had back, in words; foreign ones among them made harmless. */
public final class ArchiveText {
  private ArchiveText() {}

  /** A clause: {@code the disk is nearly full}. */
  public static String of(ArchiveTrouble trouble) {
    return Texts.text("archive.trouble." + trouble.kind().name(), PlainText.line(trouble.detail()));
  }
}
