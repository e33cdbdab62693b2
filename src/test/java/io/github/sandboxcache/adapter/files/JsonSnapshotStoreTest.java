package io.github.sandboxcache.adapter.files;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.SnapshotStore;
import io.github.sandboxcache.domain.catalog.SnapshotStore.Remembered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last known list of each engine is there at the next start. */
class JsonSnapshotStoreTest {
  @TempDir Path directory;

  private final SampleCache cache = SampleCache.believable(NOON);
  private final Remembered remembered =
      new Remembered(
          new EngineSnapshot(cache.images(), cache.containers(), ReferenceNaming.DOCKER), NOON);

  @Test
  void whatWasSavedIsLoadedAgain() {
    store("unix:///a").save(remembered);
    assertThat(store("unix:///a").load()).contains(remembered);
  }

  @Test
  void enginesDoNotMixUp() {
    store("unix:///a").save(remembered);
    assertThat(store("unix:///b").load()).isEmpty();
  }

  @Test
  void anIllegibleFileIsAsGoodAsNone() throws IOException {
    store("unix:///a").save(remembered);
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.writeString(file, "{");
      }
    }
    assertThat(store("unix:///a").load()).isEmpty();
  }

  @Test
  void savingLeavesNothingBehindButTheLock() throws IOException {
    store("unix:///a").save(remembered);
    store("unix:///a").save(remembered);
    try (var files = Files.list(directory)) {
      assertThat(files.map(path -> path.getFileName().toString().replaceFirst("^[^.]*", "")))
          .containsExactlyInAnyOrder(".json", ".json.lock");
    }
  }

  private SnapshotStore store(String endpoint) {
    return new JsonSnapshotStore(directory, endpoint);
  }
}
