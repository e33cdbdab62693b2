package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.service.CatalogScript.A;
import static io.github.sandboxcache.service.CatalogScript.B;
import static io.github.sandboxcache.service.CatalogScript.NEVER;
import static io.github.sandboxcache.service.CatalogScript.SOON;
import static io.github.sandboxcache.service.CatalogScript.references;
import static io.github.sandboxcache.service.CatalogScript.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.SnapshotStore.Remembered;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.service.CatalogState.Freshness;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A lost engine is marked and taken up again; what is known outlives it and the end. */
class LiveCatalogConnectionTest {
  @AutoClose private final CatalogScript script = new CatalogScript();
  private final ScriptedEngine engine = script.engine();
  private final CatalogStates states = script.states();
  private final LiveCatalog catalog = script.catalog();

  @Test
  void whenTheStreamBreaksWhatWasKnownStaysAndIsMarked() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.fail("subscribe", Integer.MAX_VALUE);
    engine.breakOff();
    CatalogState lost = states.next();

    assertThat(lost.freshness()).isEqualTo(Freshness.LOST);
    assertThat(lost.refreshing()).isFalse();
    assertThat(lost.listed()).contains(NOON);
    assertThat(references(lost)).containsExactly(A);
  }

  @Test
  void itTriesUntilTheEngineAnswersAndThenKnowsWhatChangedMeanwhile() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.fail("subscribe", 3);
    engine.put(whole("2", B));
    engine.breakOff();

    assertThat(references(script.awaitCurrent())).containsExactly(A, B);
    assertThat(engine.count("subscribe")).isEqualTo(5);
    assertThat(engine.listeners()).isEqualTo(1);
    engine.drop("1");
    engine.tellImage("1");
    assertThat(references(states.next())).as("it listens again").containsExactly(B);
  }

  @Test
  void anEngineThatIsNotThereAtTheStartIsTakenUpOnceItIs() throws InterruptedException {
    engine.fail("subscribe", 2);
    catalog.start();
    CatalogState first = states.next();

    assertThat(first.freshness()).isEqualTo(Freshness.LOST);
    assertThat(references(script.awaitCurrent())).containsExactly(A);
  }

  @Test
  void aListThatFailsIsALostConnectionTooAndIsTakenUpAgain() throws InterruptedException {
    engine.fail("images", 2);
    catalog.start();
    CatalogState lost = states.await(state -> state.freshness() == Freshness.LOST);

    assertThat(lost.refreshing()).isFalse();
    assertThat(references(script.awaitCurrent())).containsExactly(A);
    assertThat(engine.count("images")).isEqualTo(3);
    assertThat(engine.listeners()).as("who listened before was let go").isEqualTo(1);
  }

  @Test
  void itsObserverHearsEveryConnectionEveryEventAndTheEnd() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.tell(new EngineEvent.ContainerChanged("c"));
    engine.breakOff();
    states.await(state -> state.freshness() == Freshness.LOST);
    script.awaitCurrent();
    engine.tellImage("1");
    catalog.close();

    assertThat(script.heard())
        .containsExactly("connected", "ContainerChanged", "connected", "ImageChanged", "closed");
  }

  @Test
  void afterTheEndNothingIsHeardOrTold() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    catalog.close();
    CatalogState last = catalog.state();
    int told = states.waiting();

    assertThat(engine.listeners()).isZero();
    engine.put(whole("2", B));
    engine.tellImage("2");
    catalog.refresh();
    assertThat(catalog.state()).isEqualTo(last);
    assertThat(states.waiting()).isEqualTo(told);
  }

  @Test
  void theEndRemembersWhatIsKnownThen() throws InterruptedException {
    catalog.start();
    script.awaitCurrent();
    engine.put(whole("2", B));
    engine.tellImage("2");
    CatalogState last = states.next();
    catalog.close();

    assertThat(script.remembered()).contains(new Remembered(last.catalog().snapshot(), NOON));
  }

  @Test
  void whatWasNeverListedIsNotRemembered() throws InterruptedException {
    engine.fail("subscribe", Integer.MAX_VALUE);
    catalog.start();
    states.await(state -> state.freshness() == Freshness.LOST);
    catalog.close();

    assertThat(script.remembered()).isEmpty();
  }

  @Test
  void whatIsRememberedIsKnownWhenStartReturnsAndIsMarked() {
    LiveCatalog catalog = script.catalog(new LiveTimings(SOON, SOON, NEVER, NEVER));
    script.remember(
        new Remembered(
            new EngineSnapshot(List.of(whole("2", B)), List.of(), ReferenceNaming.DOCKER),
            NOON.minusSeconds(9)));
    catalog.start();
    CatalogState state = catalog.state();
    catalog.close();

    assertThat(state.freshness()).isEqualTo(Freshness.REMEMBERED);
    assertThat(state.refreshing()).isTrue();
    assertThat(state.listed()).contains(NOON.minusSeconds(9));
    assertThat(references(state)).containsExactly(B);
    assertThat(engine.calls()).as("it is shown alone for a while").isEmpty();
  }

  @Test
  void whatIsRememberedOfAnEngineThatSpellsOtherwiseIsNotUsed() throws InterruptedException {
    LiveCatalog catalog = script.catalog(new LiveTimings(SOON, SOON, NEVER, NEVER));
    script.remember(
        new Remembered(
            new EngineSnapshot(List.of(whole("2", B)), List.of(), ReferenceNaming.PODMAN), NOON));
    catalog.start();

    assertThat(catalog.state().freshness()).isNotEqualTo(Freshness.REMEMBERED);
    assertThat(references(script.awaitCurrent()))
        .as("and nothing is waited for")
        .containsExactly(A);
  }
}
