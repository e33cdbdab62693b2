package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.HitWithin;
import io.github.sandboxcache.ui.base.CacheFilter.LikeMissed;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.OneImage;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** Guards which images each filter lets into the table. */
class ImageFilterTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");
  private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final SampleEngine engine =
      new SampleEngine(SampleCache.believable(NOW), CLOCK, Duration.ZERO);
  private final SqliteLedger ledger = Ledgers.empty();
  private final List<Runnable> waiting = new ArrayList<>();
  private final FilterModel filter = new FilterModel();
  private final FakeSession session = session(ledger);
  private final ImagesModel model = model(session, TestThreads.direct());

  @Test
  void aLanguageShowsAllItsImagesAndNothingElse() {
    filter.choose(new OfLanguage(Language.PYTHON));

    assertThat(shown()).hasSize(14).allMatch(image -> image.language().equals(Language.PYTHON));
    assertThat(model.contentProperty().get().groups()).noneMatch(group -> group.head().base());
  }

  /** What a chart counts as hits of numpy are those of images for which numpy was asked. */
  @Test
  void aPackageShowsTheImagesForWhichItWasAsked() {
    filter.choose(new WithPackage(Language.PYTHON, "numpy"));

    assertThat(shown())
        .isNotEmpty()
        .allSatisfy(
            image ->
                assertThat(image.packages().orElseThrow())
                    .anyMatch(given -> given.startsWith("numpy")));
    assertThat(shownFor(new WithPackage(Language.GO, "numpy"))).isEmpty();
    assertThat(shownFor(new WithPackage(Language.PYTHON, "nump"))).isEmpty();
  }

  @Test
  void oneImageIsShownAlone() {
    CacheReference any = someReference();

    assertThat(shownFor(new OneImage(any)))
        .singleElement()
        .satisfies(image -> assertThat(image.reference()).isEqualTo(any));
  }

  @Test
  void aMissedSetShowsTheImagesThatHaveAllItsPackages() {
    CacheReference missed = new CacheReference(Language.PYTHON, "0123456789ab");

    assertThat(shownFor(new LikeMissed(missed, List.of("NumPy", "pandas==9.9"))))
        .isNotEmpty()
        .allSatisfy(
            image ->
                assertThat(String.join(" ", image.packages().orElseThrow()))
                    .contains("numpy", "pandas"));
    assertThat(shownFor(new LikeMissed(missed, List.of("numpy", "no-such-package")))).isEmpty();
    assertThat(shownFor(new LikeMissed(missed, List.of()))).isEmpty();
  }

  @Test
  void aDayShowsTheImagesWithAHitOnIt() {
    CacheReference any = someReference();
    hit(any, DAY.plusSeconds(10));
    hit(other(any), DAY.minusSeconds(10));

    assertThat(shownFor(day(Optional.empty())))
        .extracting(CachedImage::reference)
        .containsExactly(any);
    assertThat(shownFor(day(Optional.of(Language.RUST)))).isEmpty();
    assertThat(shownFor(day(Optional.of(any.language())))).hasSize(1);
  }

  @Test
  void aHitThatIsTakenDownLaterShowsToo() {
    filter.choose(day(Optional.empty()));
    assertThat(shown()).isEmpty();

    hit(someReference(), DAY.plusSeconds(10));
    session.tellRecordsChange();

    assertThat(shown()).hasSize(1);
  }

  /** Not to know is not the same as none. */
  @Test
  void whereHitsCannotBeReadADayShowsNothingAndSaysSo() {
    FakeSession unreadable = session(new UnreadableLedger());
    ImagesModel images = model(unreadable, TestThreads.direct());

    filter.choose(day(Optional.empty()));

    assertThat(images.contentProperty().get().images()).isZero();
    assertThat(images.contentProperty().get().known()).isFalse();
  }

  @Test
  void theLedgerIsNotReadOnTheThreadOfTheWindow() {
    hit(someReference(), DAY.plusSeconds(10));
    ImagesModel later = model(session, new UiThreads(Runnable::run, waiting::add));
    drain();

    filter.choose(day(Optional.empty()));
    assertThat(later.contentProperty().get().images()).isEqualTo(42);

    drain();
    assertThat(later.contentProperty().get().images()).isEqualTo(1);
  }

  @Test
  void wordsAndFilterCountTogether() {
    filter.choose(new OfLanguage(Language.PYTHON));
    filter.typedProperty().set("pandas");

    assertThat(shown())
        .isNotEmpty()
        .allMatch(image -> image.language().equals(Language.PYTHON))
        .hasSizeLessThan(14);
  }

  /** The field would go on showing words that no longer count. */
  @Test
  void toShowAnImageThatIsFilteredAwayTakesFilterAndWordsBack() {
    filter.choose(new OfLanguage(Language.RUST));
    filter.typedProperty().set("serde");

    model.reveal(someReference());

    assertThat(filter.filterProperty().get()).isEmpty();
    assertThat(filter.typedProperty().get()).isEmpty();
    assertThat(model.contentProperty().get().images()).isEqualTo(42);
  }

  private static HitWithin day(Optional<Language> language) {
    return new HitWithin(language, DAY, DAY.plus(Duration.ofDays(1)));
  }

  private void hit(CacheReference reference, Instant time) {
    int recorded =
        ledger.record(
            List.of(
                UsageFact.of(
                    time, FactKind.HIT, reference, FactSource.log("test"), FactIdentity.random())));
    assertThat(recorded).isEqualTo(1);
  }

  /** One of Python. */
  private CacheReference someReference() {
    return references().getFirst();
  }

  private CacheReference other(CacheReference than) {
    return references().stream().filter(one -> !one.equals(than)).findFirst().orElseThrow();
  }

  private List<CacheReference> references() {
    return session.state().catalog().cached().stream()
        .map(CachedImage::reference)
        .filter(reference -> reference.language().equals(Language.PYTHON))
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private List<CachedImage> shownFor(CacheFilter next) {
    filter.choose(next);
    return shown();
  }

  private List<CachedImage> shown() {
    return model.contentProperty().get().groups().stream()
        .flatMap(group -> group.rows().stream())
        .filter(ImageRow.class::isInstance)
        .map(row -> ((ImageRow) row).image())
        .toList();
  }

  private void drain() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  private FakeSession session(UsageLedger usage) {
    return new FakeSession(engine, engine.description(), usage, NOW);
  }

  private ImagesModel model(FakeSession opened, UiThreads threads) {
    EngineModel engines =
        new EngineModel(
            new EngineOpener(
                _ -> new EngineConnector.Outcome.Connected(engine), () -> engine, _ -> opened),
            TestThreads.direct(),
            CLOCK);
    CacheModel cache =
        new CacheModel(
            engines,
            new SimpleObjectProperty<>(Settings.DEFAULT),
            TestThreads.direct(),
            new Ticker(CLOCK));
    engines.connect(Optional.empty());
    return new ImagesModel(
        cache, engines, filter, new SimpleObjectProperty<>(List.of()), threads, "Base images");
  }
}
