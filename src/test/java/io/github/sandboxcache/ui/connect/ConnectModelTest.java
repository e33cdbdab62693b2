package io.github.sandboxcache.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.settings.UsageSettings;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.app.FakeSettings;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.connect.ConnectModel.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** From a window without lookups to one that has them, without a screen. */
class ConnectModelTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final SampleEngine engine =
      new SampleEngine(SampleCache.believable(NOW), clock, Duration.ZERO);
  private final FakeSettings settings = new FakeSettings(Settings.DEFAULT);
  private final FoundLogs search = FoundLogs.of(FoundLogs.DESKTOP, FoundLogs.CODE);
  private final Queue<Runnable> background = new ArrayDeque<>();

  private final UiThreads later = new UiThreads(Runnable::run, background::add);
  private final EngineModel engines =
      new EngineModel(
          new EngineOpener(
              _ -> new EngineConnector.Outcome.Connected(engine), () -> engine, this::session),
          TestThreads.direct(),
          clock);
  private SqliteLedger ledger = Ledgers.empty();

  private FakeSession session(Object opened) {
    assertThat(opened).isEqualTo(engine);
    return new FakeSession(engine, engine.description(), ledger, NOW);
  }

  private CacheModel cache() {
    CacheModel cache =
        new CacheModel(
            engines,
            new SettingsModel(settings, TestThreads.direct()).settingsProperty(),
            TestThreads.direct(),
            new Ticker(clock));
    engines.connect(Optional.empty());
    return cache;
  }

  private ConnectModel model(CacheModel cache, SettingsStore store, UiThreads threads) {
    return new ConnectModel(cache, new SettingsModel(store, TestThreads.direct()), search, threads);
  }

  private ConnectModel model() {
    return model(cache(), settings, TestThreads.direct());
  }

  @Test
  void itIsNeededWhereNoLookupIsKnown() {
    assertThat(model().neededProperty().get()).isTrue();
  }

  @Test
  void oneLookupLongAgoIsEnoughForCharts() {
    ledger = Ledgers.of(Language.PYTHON, new HitCount(1, 0), NOW.minus(Duration.ofDays(300)));
    assertThat(model().neededProperty().get()).isFalse();
  }

  @Test
  void nothingIsSearchedBeforeSomebodyAsks() {
    ConnectModel model = model();
    assertThat(search.asked()).isEmpty();
    model.look();
    assertThat(search.asked()).containsExactly("search []");
    assertThat(model.stateProperty().get().rows())
        .extracting(Row::log)
        .containsExactly(FoundLogs.DESKTOP, FoundLogs.CODE);
  }

  @Test
  void aLogThatIsAddedIsFollowedBesideTheOthers() {
    settings.save(settings.current().withUsage(new UsageSettings(List.of("~/other.log"), 30)));
    ConnectModel model = model();
    model.look();
    model.follow(FoundLogs.CODE);
    model.follow(FoundLogs.CODE);
    assertThat(settings.current().usage())
        .isEqualTo(new UsageSettings(List.of("~/other.log", FoundLogs.CODE.pattern()), 30));
    assertThat(model.stateProperty().get().rows())
        .extracting(Row::followed)
        .containsExactly(false, true);
  }

  @Test
  void whatCannotBeKeptIsSaidBesideItsLogUntilItIsTriedAgain() {
    Refusing refusing = new Refusing();
    ConnectModel model = model(cache(), refusing, TestThreads.direct());
    model.look();
    model.follow(FoundLogs.DESKTOP);
    assertThat(model.stateProperty().get().rows())
        .extracting(Row::failure)
        .containsExactly(Optional.of("settings.json: disk full"), Optional.empty());
    refusing.full = false;
    model.follow(FoundLogs.DESKTOP);
    assertThat(model.stateProperty().get().rows().getFirst())
        .isEqualTo(new Row(FoundLogs.DESKTOP, true, Optional.empty()));
  }

  @Test
  void aSearchCanBeStoppedAndOneThatWasOvertakenSaysNothing() {
    ConnectModel model = model(cache(), settings, later);
    model.look();
    assertThat(model.stateProperty().get().searching()).isTrue();
    Runnable first = background.remove();
    model.look();
    Runnable second = background.remove();
    first.run();
    assertThat(search.mayGoOn()).as("the first one is to end").isFalse();
    assertThat(model.stateProperty().get().searching()).isTrue();

    model.stop();
    second.run();
    assertThat(search.mayGoOn()).isFalse();
    assertThat(model.stateProperty().get().searching()).isFalse();
    assertThat(model.stateProperty().get().rows()).hasSize(2);
  }

  /** Who has two logs must be able to add the second one, too. */
  @Test
  void itStaysUntilTheUserIsDoneOnceItWasBegun() {
    CacheModel cache = cache();
    ConnectModel model = model(cache, settings, TestThreads.direct());
    model.look();
    model.finish();
    assertThat(model.neededProperty().get()).as("there is nothing else to show").isTrue();

    int _ = ledger.record(List.of(hit()));
    cache.recount();
    assertThat(model.mayFinish()).isTrue();
    assertThat(model.neededProperty().get()).isTrue();
    model.finish();
    assertThat(model.neededProperty().get()).isFalse();
  }

  @Test
  void whereNothingWasBegunItGivesWayByItself() {
    CacheModel cache = cache();
    ConnectModel model = model(cache, settings, TestThreads.direct());
    int _ = ledger.record(List.of(hit()));
    cache.recount();
    assertThat(model.neededProperty().get()).isFalse();
  }

  private static UsageFact hit() {
    return UsageFact.of(
        NOW,
        FactKind.HIT,
        CacheReference.of(Language.GO, CacheKey.of(Language.GO, List.of("x"))),
        FactSource.log("/var/log/mcp.log"),
        FactIdentity.random());
  }

  /** A store that keeps nothing while the disk is full. */
  private static final class Refusing implements SettingsStore {
    private final FakeSettings kept = new FakeSettings(Settings.DEFAULT);
    private boolean full = true;

    @Override
    public Settings current() {
      return kept.current();
    }

    @Override
    public List<SettingsTrouble> troubles() {
      return List.of();
    }

    @Override
    public void save(Settings changed) throws SettingsException {
      if (full) {
        throw new SettingsException(Path.of("settings.json"), new IOException("disk full"));
      }
      kept.save(changed);
    }

    @Override
    public void onChange(Consumer<Settings> listener) {
      kept.onChange(listener);
    }
  }
}
