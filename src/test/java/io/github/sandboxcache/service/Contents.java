package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.contents.DirectoryTree;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SessionFiles;
import java.util.List;
import java.util.Map;

/** What tests find inside images. */
final class Contents {
  static final ImageContents NOTHING =
      new ImageContents(
          List.of(),
          List.of(),
          List.of(),
          new OwnFiles(
              new DirectoryTree("", FileCount.NONE, List.of()),
              List.of(),
              List.of(),
              Map.of(),
              new SessionFiles(FileCount.NONE, List.of())),
          Map.of());

  private Contents() {}
}
