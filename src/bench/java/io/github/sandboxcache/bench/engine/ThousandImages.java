package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import java.io.IOException;

/** Sees to it that an engine has 1,000 cached images; what it had to make goes at the end. */
public final class ThousandImages implements AutoCloseable {
  /** So many are wanted. */
  public static final int COUNT = 1_000;

  private final OwnImages images;
  private final int made;

  private ThousandImages(OwnImages images, int made) {
    this.images = images;
    this.made = made;
  }

  /** On the engine at that address. */
  public static ThousandImages on(String address) throws IOException {
    OwnImages images = new OwnImages(Curl.of(address));
    int missing;
    try (ContainerEngine engine = MeasuredEngine.connect(address)) {
      missing = Math.max(0, COUNT - catalog(engine).cached().size());
    }
    images.make(0, missing, true);
    return new ThousandImages(images, missing);
  }

  static Catalog catalog(ContainerEngine engine) {
    return Catalog.of(
        new EngineSnapshot(engine.images(), engine.containers(), engine.description().naming()));
  }

  @Override
  public void close() throws IOException {
    if (made > 0) {
      images.remove(0, made);
    }
  }
}
