package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.orphans.LeftImages.left;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.NamingReport.Unnamed;
import io.github.sandboxcache.domain.orphans.NamingReport.Why;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.testing.Ledgers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What failed saves left gets the name that was looked for, and nothing else gets any. */
class OrphanNamingTest {
  private static final CacheReference SOUGHT =
      CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, List.of("numpy")));

  private final SampleEngine engine =
      new SampleEngine(
          new SampleCache(List.of(left("1"), image("other", "team/app:1")), List.of()),
          Clock.fixed(NOON, ZoneOffset.UTC),
          Duration.ZERO);
  private final SqliteLedger ledger = Ledgers.empty();
  private final Cancellation cancellation = new Cancellation();
  private int read;
  private String inside = "numpy";
  private UsageReport usage = misses(SOUGHT);

  private final OrphanNaming naming =
      new OrphanNaming(
          engine,
          (_, _, _, _) -> {
            read++;
            return contents(inside);
          },
          () -> usage,
          new EngineJournal(engine, ledger, ledger, ProcessIdentity.current(), Clock.systemUTC()),
          Clock.systemUTC());

  private static ImageContents contents(String name) {
    return new ImageContents(
        List.of(),
        List.of(),
        List.of(new Candidate(Ecosystem.PYTHON, name, "2.0", List.of(), Optional.empty(), true)),
        Contents.NOTHING.files(),
        Map.of());
  }

  private static UsageReport misses(CacheReference missed) {
    return UsageReport.of(
        TimeRange.ALL,
        List.of(
            new ImageUsage(
                missed, new HitCount(0, 2), Optional.empty(), Optional.empty(), Optional.empty())),
        Map.of(),
        (_, asGiven) -> asGiven);
  }

  private Catalog list() {
    return Catalog.of(
        new EngineSnapshot(engine.images(), engine.containers(), engine.description().naming()));
  }

  private NamingReport name() {
    Catalog listed = list();
    return naming.name(
        Orphans.of(listed.snapshot()), listed, Origin.WINDOW, ProgressListener.NONE, cancellation);
  }

  private static Why why(NamingReport report) {
    assertThat(report.named()).isEmpty();
    assertThat(report.unnamed()).hasSize(1);
    return report.unnamed().getFirst().why();
  }

  @Test
  void whatIsProvenIsAHitFromThenOn() {
    NamingReport report = name();
    assertThat(report.named())
        .extracting(n -> n.name().packages())
        .containsExactly(List.of("numpy"));
    assertThat(engine.image(SOUGHT.toString()).map(EngineImage::id)).contains("1");
    assertThat(Orphans.of(list().snapshot())).isEmpty();
  }

  @Test
  void aProofChangesNothingAndIsNotReadTwice() {
    Catalog listed = list();
    NamingReport proven =
        naming.prove(Orphans.of(listed.snapshot()), listed, ProgressListener.NONE, cancellation);
    assertThat(proven.named()).hasSize(1);
    assertThat(engine.image("1").orElseThrow().references()).isEmpty();
    assertThat(name().named()).hasSize(1);
    assertThat(read).isEqualTo(1);
  }

  @Test
  void whereNothingWasLookedForNothingIsEvenRead() {
    usage = UsageReport.EMPTY;
    assertThat(why(name())).isEqualTo(new Why.NothingSought());
    assertThat(read).isZero();
  }

  @Test
  void otherPackagesGetNoName() {
    inside = "scipy";
    assertThat(why(name())).isEqualTo(new Why.NotProven());
    assertThat(engine.image("1").orElseThrow().references()).isEmpty();
  }

  @Test
  void aNameThatAnotherImageGotMeanwhileStaysThere() {
    Catalog listed = list();
    engine.add(image("2", SOUGHT.toString()));
    NamingReport report =
        naming.name(
            Orphans.of(listed.snapshot()),
            listed,
            Origin.WINDOW,
            ProgressListener.NONE,
            cancellation);
    assertThat(why(report)).isEqualTo(new Why.Taken(SOUGHT));
    assertThat(engine.image(SOUGHT.toString()).map(EngineImage::id)).contains("2");
  }

  @Test
  void ofTwoWithTheSamePackagesOneGetsTheName() {
    engine.add(left("2"));
    NamingReport report = name();
    assertThat(report.named()).hasSize(1);
    assertThat(report.unnamed()).extracting(Unnamed::why).containsExactly(new Why.Taken(SOUGHT));
  }

  @Test
  void anImageThatGotANameMeanwhileKeepsIt() {
    Catalog listed = list();
    engine.add(left("1").withReferences(List.of("team/mine:1")));
    NamingReport report =
        naming.name(
            Orphans.of(listed.snapshot()),
            listed,
            Origin.WINDOW,
            ProgressListener.NONE,
            cancellation);
    assertThat(why(report)).isEqualTo(new Why.NamedMeanwhile());
    assertThat(engine.image("1").orElseThrow().references()).containsExactly("team/mine:1");
  }

  @Test
  void aCancellationNamesNothing() {
    cancellation.cancel();
    assertThat(why(name())).isEqualTo(new Why.Cancelled());
    assertThat(engine.image("1").orElseThrow().references()).isEmpty();
  }
}
