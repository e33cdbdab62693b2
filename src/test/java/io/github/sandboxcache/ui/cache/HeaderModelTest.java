package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.HeaderModel.HeaderState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Not to know what prune could take is never told as having nothing to take. */
class HeaderModelTest {
  private final Clock clock = Clock.systemUTC();
  private final SampleEngine engine =
      new SampleEngine(SampleCache.believable(Instant.now()), clock, Duration.ZERO);
  private final FakeSession session =
      new FakeSession(engine, engine.description(), Ledgers.empty(), clock.instant());
  private final EngineModel engines =
      new EngineModel(
          new EngineOpener(
              _ -> new EngineConnector.Outcome.Connected(engine), () -> engine, _ -> session),
          TestThreads.direct(),
          clock);
  private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
  private final Ticker ticker = new Ticker(clock);
  private final CacheModel cache = new CacheModel(engines, settings, TestThreads.direct(), ticker);
  private final HeaderModel model =
      new HeaderModel(
          engines.statusProperty(),
          cache,
          new TasksModel(clock, TestThreads.direct(), () -> {}),
          ticker,
          UiTexts.load("ui"));

  @BeforeEach
  void connect() {
    engines.connect(Optional.empty());
  }

  @Test
  void whatIsKnownToGoIsCounted() {
    assertThat(state().pruneText()).matches("Prune [0-9]+");
    assertThat(state().pruneBlocked()).isEmpty();
  }

  @Test
  void withoutAKnownNumberToKeepItIsNotKnownWhatGoes() {
    settings.set(Settings.DEFAULT.withKeepNewest(KeepNewest.UNKNOWN_COUNT));

    assertThat(state().pruneText()).isEqualTo("Prune: not known");
    assertThat(state().pruneEffect()).isEmpty();
    assertThat(state().pruneBlocked()).contains("how many images prune keeps", "removes nothing");
    assertThat(state().clearBlocked()).isEmpty();
  }

  @Test
  void withoutKnownContainersItIsNotKnownWhatGoes() {
    CatalogState known = session.state();
    session.publish(
        new CatalogState(
            Images.measured(
                Catalog.of(
                    known
                        .catalog()
                        .snapshot()
                        .withContainers(new Containers.Unknown("container list refused\u0007")))),
            known.freshness(),
            known.listed(),
            false));

    assertThat(state().pruneText()).isEqualTo("Prune: not known");
    assertThat(state().pruneBlocked())
        .contains("Any image may be in use", "container list refused")
        .doesNotContain("\u0007");
  }

  @Test
  void whereAllStaysForKnownReasonsThereIsNothingToPrune() {
    settings.set(Settings.DEFAULT.withKeepNewest(500));

    assertThat(state().pruneText()).isEqualTo("Nothing to prune");
  }

  private HeaderState state() {
    return model.stateProperty().get();
  }
}
