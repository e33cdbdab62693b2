package io.github.sandboxcache.testing;

import io.github.sandboxcache.adapter.contents.SavedImageReader;
import io.github.sandboxcache.domain.contents.ContentsStore;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.service.Inspector;

/** Those who look inside a test's images, for real. */
public final class Inspectors {
  private Inspectors() {}

  /** One that keeps nothing of what it reads. */
  public static Inspector of(ContainerEngine engine) {
    return new Inspector(engine, new SavedImageReader(), ContentsStore.NONE);
  }
}
