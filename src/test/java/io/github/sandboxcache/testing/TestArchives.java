package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.service.Archives;

/** Archives for tests that are about something else. */
public final class TestArchives {
  private TestArchives() {}

  /** Nothing is archived, as long as nobody wishes so. */
  public static Archives none(ContainerEngine engine) {
    return new Archives(
        engine, ImageArchives.NONE, Inspectors.of(engine), () -> ArchiveSettings.DEFAULT);
  }
}
