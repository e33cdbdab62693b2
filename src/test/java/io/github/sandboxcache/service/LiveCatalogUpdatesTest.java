package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.service.CatalogScript.A;
import static io.github.sandboxcache.service.CatalogScript.B;
import static io.github.sandboxcache.service.CatalogScript.SOON;
import static io.github.sandboxcache.service.CatalogScript.references;
import static io.github.sandboxcache.service.CatalogScript.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.service.ScriptedEngine.Gate;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What changes is looked at once and alone, also while a list is on its way. */
class LiveCatalogUpdatesTest {
  @AutoClose private final CatalogScript script = new CatalogScript();
  private final ScriptedEngine engine = script.engine();
  private final CatalogStates states = script.states();
  private final LiveCatalog catalog = script.catalog();

  @Test
  void untilTheListIsThereNothingIsKnownAndItIsOnItsWay() throws InterruptedException {
    Gate list = engine.hold("images");
    assertThat(catalog.state().freshness()).isEqualTo(Freshness.UNKNOWN);
    catalog.start();
    list.awaitArrival();
    CatalogState before = states.next();
    list.open();
    CatalogState after = states.next();

    assertThat(before.freshness()).isEqualTo(Freshness.UNKNOWN);
    assertThat(before.refreshing()).isTrue();
    assertThat(after.freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(after.refreshing()).isFalse();
    assertThat(after.listed()).contains(NOON);
    assertThat(references(after)).containsExactly(A);
    // What is known of its layers may have come since.
    assertThat(catalog.state().with(after.catalog())).isEqualTo(after);
  }

  @Test
  void itListensBeforeItLists() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    assertThat(engine.calls()).startsWith("subscribe").contains("images", "containers");
  }

  @Test
  void whatChangesWhileTheFirstListIsOnItsWayIsInIt() throws InterruptedException {
    Gate list = engine.hold("images");
    catalog.start();
    list.awaitArrival();
    engine.put(whole("2", B));
    engine.tellImage("2");
    engine.drop("1");
    engine.tellImage(A);
    list.open();

    assertThat(references(script.awaitCurrent())).containsExactly(B);
  }

  @Test
  void whatChangesWhileALaterListIsOnItsWayStaysChanged() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    Gate list = engine.hold("images");
    catalog.refresh();
    list.awaitArrival();
    engine.put(whole("2", B));
    engine.tellImage(B);
    CatalogState during = states.await(state -> references(state).contains(B));
    list.open();

    assertThat(during.refreshing()).isTrue();
    assertThat(references(script.awaitCurrent())).containsExactly(A, B);
  }

  @Test
  void aListCountsAlsoWhereWhatChangedMeanwhileCannotBeLookedAt() throws InterruptedException {
    Gate list = engine.hold("images");
    catalog.start();
    list.awaitArrival();
    Gate look = engine.hold("image");
    engine.tellImage(A);
    look.awaitArrival();
    engine.fail("image", 1);
    look.open();
    list.open();

    assertThat(references(script.awaitCurrent())).containsExactly(A);
    assertThat(engine.count("images")).isEqualTo(1);
  }

  @Test
  void askedForAnewWhileItListsItListsJustOnceMore() throws InterruptedException {
    Gate list = engine.hold("images");
    catalog.start();
    list.awaitArrival();
    catalog.refresh();
    catalog.refresh();
    catalog.refresh();
    list.open();
    script.awaitCurrent();
    script.awaitCurrent();
    catalog.close();

    assertThat(engine.count("images")).isEqualTo(2);
  }

  @Test
  void manyEventsInARowAreOneUpdateAndOneLookAtEachImage() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    Gate list = engine.hold("images");
    Gate busy = script.holdTheThreadOnceItLists();
    catalog.refresh();
    busy.awaitArrival();
    for (int i = 0; i < 500; i++) {
      engine.put(whole("n" + i, "mcp-sandbox-go:%012x".formatted(i)));
      engine.tellImage("n" + i);
      engine.tellImage("n" + i);
    }
    busy.open();
    CatalogState before = states.next();
    CatalogState update = states.next();
    list.open();

    assertThat(references(before)).containsExactly(A);
    assertThat(update.catalog().cached()).hasSize(501);
    assertThat(engine.calls().stream().filter(call -> call.startsWith("image n")).limit(500))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 500).mapToObj(i -> "image n" + i).toList());
  }

  @Test
  void anEventOfAContainerLooksAtContainersOnly() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.put(container("job", "1"));
    engine.tell(new EngineEvent.ContainerChanged("job"));
    CatalogState state = states.next();

    assertThat(state.catalog().cached().getFirst().users().containers()).hasSize(1);
    assertThat(engine.count("images")).isEqualTo(1);
    assertThat(engine.count("image 1")).isZero();
    assertThat(engine.count("containers")).isEqualTo(2);
  }

  @Test
  void anEventOfAnImageLooksAtThatImageOnly() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.put(whole("1", A, B));
    engine.tellImage("1");

    assertThat(references(states.next())).containsExactly(A, B);
    assertThat(engine.count("images")).isEqualTo(1);
    assertThat(engine.count("containers")).isEqualTo(1);
  }

  @Test
  void whatWasLookedAtIsDoneWithWhenTheNextEventComes() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.tell(new EngineEvent.ContainerChanged("job"));
    states.next();
    engine.put(whole("1", A, B));
    engine.tellImage("1");
    states.next();
    engine.put(whole("2", "mcp-sandbox-go:cccccccccccc"));
    engine.tellImage("2");

    assertThat(states.next().catalog().cached()).hasSize(3);
    assertThat(engine.count("containers")).isEqualTo(2);
    assertThat(engine.count("image 1")).isEqualTo(1);
    assertThat(engine.count("image 2")).isEqualTo(1);
  }

  @Test
  void anImageThatLostItsLastNameIsLookedAtOnceMore() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.drop("1");
    engine.tellImage(A);
    CatalogState state = states.next();

    assertThat(state.catalog().snapshot().images()).isEmpty();
    // The layers are asked for by another thread, at any moment.
    assertThat(engine.calls().stream().filter(call -> call.startsWith("image ")))
        .endsWith("image " + A, "image 1");
  }

  @Test
  void whatCannotBeLookedAtIsListedAnew() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.put(whole("2", B));
    engine.fail("image", 1);
    engine.tellImage("2");

    assertThat(references(script.awaitCurrent())).containsExactly(A, B);
    assertThat(engine.count("images")).isEqualTo(2);
  }

  @Test
  void itListsAgainByItselfAfterAPause() throws InterruptedException {
    LiveCatalog catalog = script.catalog(new LiveTimings(SOON, SOON, SOON, Duration.ZERO));
    catalog.start();
    script.awaitCurrent();
    engine.put(whole("2", B));

    assertThat(references(states.await(state -> references(state).contains(B))))
        .containsExactly(A, B);
  }
}
