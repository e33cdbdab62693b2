package io.github.sandboxcache.domain.removal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.DockerException;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.removal.OrphanPlan.KeptOrphan;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What an engine really does with images that failed saves left without a name. */
@EngineTest
class OrphansOnEngineTest {
  private static final int RACES = 25;

  private final ContainerEngine engine;
  private final TestImages images;
  private final CacheReference base;
  private final Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));

  OrphansOnEngineTest(ContainerEngine engine, TestImages images) {
    this.engine = engine;
    this.images = images;
    this.base = images.load();
  }

  private Catalog list() {
    return Catalog.of(
        new EngineSnapshot(engine.images(), engine.containers(), engine.description().naming()));
  }

  private OrphanReport remove(String... ids) {
    OrphanPlan plan =
        OrphanPlan.of(list(), orphan -> Set.of(ids).contains(orphan.id()), later.instant());
    return new OrphanRemover(engine, this::list, later)
        .remove(plan, ProgressListener.NONE, new Cancellation());
  }

  private static List<String> removed(OrphanReport report) {
    return report.removed().stream().map(Orphan::id).toList();
  }

  @Test
  void whatAFailedSaveLeftIsFoundAndGoesWithNothingElse() throws IOException {
    String id = images.left(base, 50_000);
    assertThat(Orphans.of(list().snapshot())).extracting(Orphan::id).contains(id);

    assertThat(removed(remove(id))).containsExactly(id);
    assertThat(images.exists(id)).isFalse();
    assertThat(images.exists(base.toString())).isTrue();
  }

  @Test
  void anImageThatAContainerUsesStaysAndGoesOnceThatIsGone() throws IOException {
    String id = images.left(base, 50_000);
    String container = images.container(id);
    KeptOrphan kept = remove(id).kept().getFirst();
    assertThat(kept.reason()).isInstanceOf(KeepReason.InUse.class);
    assertThat(isRefused(id)).as("by the engine itself").isTrue();
    assertThat(engine.image(id).orElseThrow().references())
        .as("what is left of the refused removal is no name")
        .isEmpty();

    engine.installRuntime().removeContainer(container);
    assertThat(removed(remove(id))).containsExactly(id);
  }

  private boolean isRefused(String id) {
    try {
      return !engine.removeUntagged(id);
    } catch (EngineException _) {
      return true;
    }
  }

  @Test
  void aNameOfAnybodysKeepsIt() throws IOException {
    String id = images.left(base, 50_000);
    images.tag(id, "team/" + images.language(), "1");
    assertThat(remove(id).removed()).isEmpty();
    assertThat(engine.removeUntagged(id)).isFalse();
    assertThat(engine.image(id).orElseThrow().references()).hasSize(1);
  }

  @Test
  void aNameThatIsGivenMakesItAHit() throws IOException {
    String id = images.left(base, 50_000);
    CacheReference name = images.newReference();
    assertThat(engine.nameUntagged(id, name)).isTrue();
    assertThat(engine.image(name.toString()).map(EngineImage::id)).contains(id);
    assertThat(list().find(name)).isPresent();
    assertThat(engine.nameUntagged(id, images.newReference())).isFalse();
  }

  /** Whoever was told that the image has their name finds it there afterwards. */
  @Test
  void whoGivesItANameWhileItIsRemovedKeepsImageAndName() throws Exception {
    int named = 0;
    for (int i = 0; i < RACES; i++) {
      String id = images.left(base, 1_000 + i);
      String repository = "race-" + images.language();
      String tag = String.valueOf(i);
      long pause = i * 300_000L;
      CompletableFuture<Boolean> naming =
          CompletableFuture.supplyAsync(() -> tagAfter(pause, id, repository, tag));
      boolean deleted = engine.removeUntagged(id);
      if (naming.get()) {
        named++;
        assertThat(engine.image(repository + ":" + tag).map(EngineImage::id))
            .isEqualTo(Optional.of(id));
      } else {
        assertThat(deleted).isTrue();
      }
    }
    assertThat(named).as("names that came in time").isBetween(0, RACES);
  }

  private boolean tagAfter(long nanos, String id, String repository, String tag) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
      images.tag(id, repository, tag);
      return true;
    } catch (InterruptedException | DockerException _) {
      return false;
    }
  }
}
