package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.ImageUsageModel.ImageHistory;
import io.github.sandboxcache.ui.usage.UsageViews;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The use of one image: its own lookups alone, its facts newest first, read off the FX thread. */
class ImageUsageModelTest {
  private static final Clock CLOCK = Clock.fixed(UsageViews.NOW, ZoneOffset.UTC);
  private static final CacheReference NUMPY = image("numpy");
  private static final CacheReference REQUESTS = image("requests");

  private final UsageLedger ledger =
      new UsageViews()
          .with(Language.PYTHON, List.of("numpy"), Duration.ofDays(3), 2, 1)
          .with(Language.PYTHON, List.of("numpy"), Duration.ofDays(20), 4, 0)
          .with(Language.PYTHON, List.of("requests"), Duration.ofHours(2), 7, 0)
          .ledger();

  @Test
  void onlyItsOwnLookupsInTheRangeAreCounted() {
    ImageUsageModel model = model(TestThreads.direct());

    model.load(NUMPY, UsageRange.WEEK);
    assertThat(history(model).hits()).isEqualTo(2);
    model.load(NUMPY, UsageRange.MONTH);
    assertThat(history(model).hits()).isEqualTo(6);
    assertThat(history(model).range()).isEqualTo(UsageRange.MONTH);
  }

  @Test
  void aWeekIsShownInDays() {
    ImageUsageModel model = model(TestThreads.direct());

    model.load(NUMPY, UsageRange.WEEK);

    assertThat(history(model).timeline().buckets().size()).isEqualTo(8);
  }

  @Test
  void itsFactsComeNewestFirstWhateverTheRange() {
    ImageUsageModel model = model(TestThreads.direct());

    model.load(NUMPY, UsageRange.DAY);

    assertThat(history(model).facts())
        .hasSize(7)
        .isSortedAccordingTo((a, b) -> b.time().compareTo(a.time()));
    assertThat(history(model).facts().stream().map(UsageFact::kind)).contains(FactKind.MISS);
  }

  @Test
  void anImageThatNobodyAskedForHasNoFactsButIsReadable() {
    ImageUsageModel model = model(TestThreads.direct());

    model.load(image("unheard-of"), UsageRange.ALL);

    assertThat(history(model).facts()).isEmpty();
    assertThat(history(model).readable()).isTrue();
    assertThat(history(model).hits()).isZero();
  }

  @Test
  void untilAnotherImageIsReadNothingOfTheFormerIsShown() {
    Deque<Runnable> background = new ArrayDeque<>();
    ImageUsageModel model = model(new UiThreads(Runnable::run, background::add));
    model.load(NUMPY, UsageRange.WEEK);
    background.remove().run();

    model.load(REQUESTS, UsageRange.WEEK);
    assertThat(model.historyProperty().get()).isEmpty();

    background.remove().run();
    assertThat(history(model).reference()).isEqualTo(REQUESTS);
  }

  @Test
  void whatCannotBeReadIsSaidAndNotShownAsNothing() {
    ImageUsageModel model = model(TestThreads.direct(), new UnreadableLedger());

    model.load(NUMPY, UsageRange.WEEK);

    assertThat(history(model).readable()).isFalse();
  }

  private ImageUsageModel model(UiThreads threads) {
    return model(threads, ledger);
  }

  private static ImageUsageModel model(UiThreads threads, UsageLedger ledger) {
    SampleEngine engine =
        new SampleEngine(SampleCache.believable(UsageViews.NOW), CLOCK, Duration.ZERO);
    FakeSession session = new FakeSession(engine, engine.description(), ledger, UsageViews.NOW);
    EngineModel model =
        new EngineModel(
            new EngineOpener(
                _ -> new EngineConnector.Outcome.Connected(engine), () -> engine, _ -> session),
            TestThreads.direct(),
            CLOCK);
    model.connect(Optional.empty());
    return new ImageUsageModel(model, threads, CLOCK);
  }

  private static ImageHistory history(ImageUsageModel model) {
    return model.historyProperty().get().orElseThrow();
  }

  private static CacheReference image(String name) {
    return new CacheReference(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of(name)).tag());
  }
}
