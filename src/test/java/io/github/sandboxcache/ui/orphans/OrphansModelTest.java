package io.github.sandboxcache.ui.orphans;

import static io.github.sandboxcache.domain.catalog.Images.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.orphans.LeftImages;
import io.github.sandboxcache.domain.orphans.NamingReport.Why;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.orphans.OrphansView.Proof;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the window shows of images that failed saves left, and what it starts. */
class OrphansModelTest {
  private static final CacheReference SOUGHT =
      CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of("numpy")));

  private final Clock clock = Clock.systemUTC();
  private final SampleEngine engine =
      new SampleEngine(
          new SampleCache(
              List.of(
                  LeftImages.left("1", Language.PYTHON, "numpy"),
                  LeftImages.left("2", Language.PYTHON, "scipy"),
                  LeftImages.left("3", Language.PYTHON, "flask")),
              List.of(container("box", "3"))),
          clock,
          Duration.ZERO);
  private final UsageLedger ledger = Ledgers.empty();
  private final FakeSession session =
      new FakeSession(engine, engine.description(), ledger, clock.instant());
  private final EngineModel engines =
      new EngineModel(
          new EngineOpener(
              _ -> new EngineConnector.Outcome.Connected(engine), () -> engine, _ -> session),
          TestThreads.direct(),
          clock);
  private final List<OrphanPlan> removed = new ArrayList<>();
  private final List<Orphan> named = new ArrayList<>();
  private final OrphansModel model =
      new OrphansModel(
          engines,
          new CacheModel(
              engines,
              new SimpleObjectProperty<>(Settings.DEFAULT),
              TestThreads.direct(),
              new Ticker(clock)),
          TestThreads.direct(),
          clock,
          removed::add,
          named::addAll);

  private int readings;

  @BeforeEach
  void connect() {
    model
        .readingProperty()
        .addListener(
            (_, _, reads) -> {
              if (reads) {
                readings++;
              }
            });
    int _ =
        ledger.record(
            List.of(UsageFact.of(clock.instant(), FactKind.MISS, SOUGHT, FactSource.log("x"), 1)));
    engines.connect(Optional.empty());
  }

  private OrphansView view() {
    return model.viewProperty().get();
  }

  private void listAgain() {
    list(engine.images());
  }

  private void list(List<EngineImage> images) {
    Catalog listed =
        Catalog.of(new EngineSnapshot(images, engine.containers(), engine.description().naming()));
    session.publish(
        new CatalogState(
            Images.measured(listed), Freshness.CURRENT, Optional.of(clock.instant()), false));
  }

  @Test
  void theyAreAnnouncedAndNotReadBeforeSomebodyLooks() {
    assertThat(model.announcedProperty().get()).isTrue();
    assertThat(view().rows()).hasSize(3);
    assertThat(view().rows()).extracting(OrphansView.Row::proof).containsOnly(new Proof.Unread());
    assertThat(view().nameable()).isEmpty();
  }

  @Test
  void whoLooksLearnsWhichCanBeNamed() {
    Subscription _ = model.look();
    assertThat(view().nameable()).extracting(Orphan::id).containsExactly("1");
    assertThat(model.readingProperty().get()).isFalse();

    model.name();
    assertThat(named).extracting(Orphan::id).containsExactly("1");
  }

  @Test
  void whatIsInUseIsNotAmongThoseThatGo() {
    assertThat(view().plan().removals()).extracting(Orphan::id).containsExactly("1", "2");
    assertThat(view().bytes().orElseThrow().bytes()).isEqualTo(400);
    assertThat(view().plan().frees().orElseThrow().bytes()).isEqualTo(200);

    model.remove();
    assertThat(removed).containsExactly(view().plan());
  }

  @Test
  void whatWasDismissedIsAnnouncedAgainOnlyWithAnother() {
    model.dismiss();
    assertThat(model.announcedProperty().get()).isFalse();
    listAgain();
    assertThat(model.announcedProperty().get()).isFalse();

    engine.add(LeftImages.left("4", Language.GO, "x"));
    listAgain();
    assertThat(model.announcedProperty().get()).isTrue();
  }

  private void failSave(CacheReference image, long secondsAgo) {
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(
                        clock.instant().minusSeconds(secondsAgo),
                        FactKind.UNSAVED,
                        image,
                        FactSource.log("x"),
                        FactIdentity.random())
                    .withReason("(HTTP code 500) server error - invalid tag format ")));
    session.tellRecordsChange();
  }

  private List<String> banner() {
    BannerText text = BannerText.of(view(), UiTexts.load("ui"));
    return List.of(text.what(), text.why());
  }

  @Test
  void whyTheSavesFailIsQuotedFromTheLedger() {
    assertThat(banner().getLast()).isEqualTo("No sandbox can find them without a name.");
    failSave(SOUGHT, 60);
    assertThat(banner())
        .containsExactly(
            "3 untagged images left by failed saves of the sandbox: 400 B.",
            "Its saves end with \u201cinvalid tag format\u201d.");
  }

  @Test
  void savesThatFailedAreAnnouncedAlsoWhereNothingIsLeftOfThem() {
    list(List.of());
    assertThat(model.announcedProperty().get()).isFalse();
    failSave(SOUGHT, 120);
    failSave(SOUGHT, 60);
    assertThat(model.announcedProperty().get()).isTrue();
    assertThat(banner())
        .containsExactly(
            "2 installs in 7 days were not saved: the engine refused the tag.",
            "The sandbox\u2019s commit is at fault; installs made here are found by its next"
                + " lookup.");
    assertThat(BannerText.of(view(), UiTexts.load("ui")).install()).contains("Install\u2026");

    model.dismiss();
    assertThat(model.announcedProperty().get()).isFalse();
    failSave(SOUGHT, 180);
    assertThat(model.announcedProperty().get()).as("an older one is no news").isFalse();
    failSave(SOUGHT, 30);
    assertThat(model.announcedProperty().get()).isTrue();
  }

  @Test
  void whatWasMissedAndNotSavedCanBeInstalledAtOnceWhereItsPackagesAreKnown() {
    list(List.of());
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(
                        clock.instant().minusSeconds(90),
                        FactKind.MISS,
                        SOUGHT,
                        FactSource.log("x"),
                        FactIdentity.random())
                    .withPackages(List.of("numpy"))));
    failSave(SOUGHT, 60);
    assertThat(view().missed()).extracting(MissedSet::reference).containsExactly(SOUGHT);
    assertThat(BannerText.of(view(), UiTexts.load("ui")).install())
        .contains("Install the missed set");
  }

  @Test
  void whatWasMissedAndNeverCameIsAnnouncedAlsoWhereNothingTellsOfAFailure() {
    list(List.of());
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(
                        clock.instant().minus(FailedSaves.PATIENCE).minusSeconds(1),
                        FactKind.MISS,
                        SOUGHT,
                        FactSource.log("x"),
                        FactIdentity.random())
                    .withPackages(List.of("numpy"))));
    session.tellRecordsChange();
    assertThat(model.announcedProperty().get()).isTrue();
    assertThat(banner())
        .containsExactly(
            "1 install in 7 days is not in the cache: why is unknown.",
            "Nothing tells of a failure. Installs made here are found by the sandbox\u2019s next"
                + " lookup.");
    assertThat(view().missed()).extracting(MissedSet::reference).containsExactly(SOUGHT);

    list(List.of(Images.image("sha256:7", SOUGHT.toString())));
    assertThat(model.announcedProperty().get()).isFalse();
  }

  @Test
  void aSaveWhoseImageIsThereNowIsNoTroubleAnyMore() {
    list(List.of());
    failSave(SOUGHT, 60);
    list(List.of(Images.image("sha256:7", SOUGHT.toString())));
    assertThat(model.announcedProperty().get()).isFalse();
  }

  @Test
  void aSandboxThatSavedSinceThenCanSave() {
    list(List.of());
    failSave(SOUGHT, 60);
    CacheReference other = new CacheReference(Language.GO, "0123456789ab");
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(
                    clock.instant().minusSeconds(50),
                    FactKind.INSTALLED,
                    other,
                    FactSource.app("x"),
                    3)));
    session.tellRecordsChange();
    assertThat(model.announcedProperty().get()).as("what this app saves says nothing").isTrue();
    int _ =
        ledger.record(
            List.of(
                UsageFact.of(
                    clock.instant().minusSeconds(40),
                    FactKind.INSTALLED,
                    other,
                    FactSource.log("x"),
                    4)));
    session.tellRecordsChange();
    assertThat(model.announcedProperty().get()).isFalse();
  }

  @Test
  void savesThatFailedLongAgoAreNotAnnounced() {
    list(List.of());
    failSave(SOUGHT, Duration.ofDays(8).toSeconds());
    assertThat(model.announcedProperty().get()).isFalse();
  }

  @Test
  void whatSeveralLookAtIsReadOnceAndSoIsWhatIsLookedAtAgain() {
    Subscription page = model.look();
    Subscription popover = model.look();
    assertThat(readings).isEqualTo(1);
    popover.unsubscribe();
    Subscription _ = model.look();
    listAgain();
    session.tellRecordsChange();
    page.unsubscribe();
    assertThat(readings).isEqualTo(1);
    assertThat(view().nameable()).isNotEmpty();
  }

  @Test
  void whoLooksAwayTwiceLooksAwayForNobodyElse() {
    Subscription _ = model.look();
    Subscription popover = model.look();
    popover.unsubscribe();
    popover.unsubscribe();
    engine.add(LeftImages.left("5", Language.PYTHON, "numpy"));
    listAgain();
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void whatNobodyLooksAtAnyMoreIsNotRead() {
    model.look().unsubscribe();
    engine.add(LeftImages.left("5", Language.PYTHON, "numpy"));
    listAgain();
    assertThat(readings).isEqualTo(1);
  }

  @Test
  void thatAnImageWithoutANameIsGoneIsNoReasonToReadAgain() {
    Subscription _ = model.look();
    assertThat(engine.removeUntagged("2")).isTrue();
    listAgain();
    assertThat(readings).isEqualTo(1);
  }

  /** Two may hold the same: the name of one that is gone is free for the other. */
  @Test
  void aNameThatBecameFreeIsGivenToTheNext() {
    engine.add(LeftImages.left("0", Language.PYTHON, "numpy"));
    listAgain();
    Subscription _ = model.look();
    Orphan first = view().nameable().getFirst();
    assertThat(view().nameable()).hasSize(1);
    assertThat(engine.removeUntagged(first.id())).isTrue();
    listAgain();
    assertThat(view().nameable()).hasSize(1).doesNotContain(first);
  }

  /** The log may tell of the lookup only after the image is there. */
  @Test
  void oncePastLookupsAreKnownTheirImagesAreProven() {
    Subscription _ = model.look();
    CacheReference scipy =
        CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of("scipy")));
    int _ =
        ledger.record(
            List.of(UsageFact.of(clock.instant(), FactKind.MISS, scipy, FactSource.log("x"), 2)));
    failSave(scipy, 1);
    assertThat(readings).isEqualTo(2);
    assertThat(view().nameable()).extracting(Orphan::id).containsExactlyInAnyOrder("1", "2");
    failSave(scipy, 60);
    assertThat(readings).as("an older one is no news").isEqualTo(2);
  }

  @Test
  void whatIsNotProvenIsGuessedWhereTheImageTells() {
    Subscription _ = model.look();
    assertThat(view().rows())
        .extracting(row -> row.orphan().id(), OrphansView.Row::proof)
        .contains(tuple("2", new Proof.Unproven(new Why.NotProven(), List.of("scipy"))));
  }

  @Test
  void whatComesWhileSomebodyLooksIsReadToo() {
    Subscription _ = model.look();
    engine.add(LeftImages.left("5", Language.PYTHON, "numpy"));
    listAgain();
    assertThat(view().rows()).extracting(OrphansView.Row::proof).doesNotContain(new Proof.Unread());
  }

  @Test
  void withoutAnEngineThereIsNothing() {
    engines.close();
    assertThat(model.announcedProperty().get()).isFalse();
    assertThat(view().rows()).isEmpty();
  }
}
