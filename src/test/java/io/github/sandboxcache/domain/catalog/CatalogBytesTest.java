package io.github.sandboxcache.domain.catalog;

import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerState;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What cached images own, take and free; nothing is said of it before layers are measured. */
class CatalogBytesTest {
  private static final EngineImage NUMPY = onBase("1", "mcp-sandbox-go:aaaaaaaaaaaa");
  private static final EngineImage PANDAS = onBase("2", "mcp-sandbox-go:bbbbbbbbbbbb", "keep:me");
  private static final EngineImage BASE = onBase("3", "base:1");

  private final Catalog catalog = catalog(NUMPY, PANDAS, BASE);

  /** An image of 100 bytes, 60 of which others have, too. */
  private static EngineImage onBase(String id, String... references) {
    return image(id, references).withSharedBytes(OptionalLong.of(60));
  }

  @Test
  void anImageOwnsWhatNoOtherHas() {
    assertThat(catalog.ownBytes(NUMPY)).contains(exactly(40));
  }

  @Test
  void anImageWithAnotherNameIsNotFreed() {
    assertThat(catalog.freedBy(catalog.cached())).contains(exactly(40));
  }

  @Test
  void onDiskIsEachLayerOnceAndTheBaseWhatOthersHaveToo() {
    assertThat(catalog.onDisk(catalog.cached())).contains(new DiskShare(exactly(80), exactly(60)));
    assertThat(new DiskShare(exactly(80), exactly(60)).total()).isEqualTo(exactly(140));
    assertThat(catalog.onDisk(List.of(catalog.cached().getFirst())))
        .contains(new DiskShare(exactly(40), exactly(60)));
  }

  @Test
  void beforeLayersAreMeasuredNothingIsSaid() {
    Catalog unmeasured = catalog.with(LayerState.nothing());
    assertThat(unmeasured.ownBytes(NUMPY)).isEmpty();
    assertThat(unmeasured.freedBy(catalog.cached())).isEmpty();
    assertThat(unmeasured.onDisk(catalog.cached())).isEmpty();
  }

  private static ByteCount exactly(long bytes) {
    return new ByteCount(bytes, Accuracy.EXACT);
  }
}
