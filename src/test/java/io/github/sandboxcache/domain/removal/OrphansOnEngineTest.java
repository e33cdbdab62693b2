package io.github.sandboxcache.domain.removal;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an engine really does with images that failed saves left without a name. */
@EngineTest
class OrphansOnEngineTest {
  private static final String PASSING_NAME = "sandbox-cache-removal";

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
    return new OrphanRemover(engine, this::list, RemovalJournal.none(), later)
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

  /** What lies between the two requests of a removal, as slowly as anybody can want it. */
  @Test
  void aNameThatIsGivenWhileItBearsOursStays() throws IOException {
    String id = images.left(base, 50_000);
    images.tag(id, PASSING_NAME, digits(id));
    images.tag(id, "team/" + images.language(), "late");

    images.untag(PASSING_NAME + ":" + digits(id));
    assertThat(images.exists("team/" + images.language() + ":late")).isTrue();
  }

  @Test
  void aRemovalThatWasKilledIsBegunAgain() throws IOException {
    String id = images.left(base, 50_000);
    images.tag(id, PASSING_NAME, digits(id));
    assertThat(Orphans.of(list().snapshot())).extracting(Orphan::id).contains(id);

    assertThat(removed(remove(id))).containsExactly(id);
    assertThat(images.exists(id)).isFalse();
  }

  private static String digits(String id) {
    return id.substring(id.indexOf(':') + 1);
  }
}
