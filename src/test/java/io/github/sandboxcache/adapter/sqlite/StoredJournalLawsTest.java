package io.github.sandboxcache.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Rule;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the journal keeps as text comes back as the same data. */
class StoredJournalLawsTest {
  @Property(tries = 500)
  void everyReasonComesBack(@ForAll("reasons") KeepReason reason) throws SQLException {
    assertThat(StoredReason.read(StoredReason.write(reason))).isEqualTo(reason);
  }

  @Property(tries = 500)
  void everyRuleComesBack(@ForAll("prunes") Prune prune) throws SQLException {
    assertThat(StoredRule.read(StoredRule.write(prune))).isEqualTo(prune);
  }

  @Property(tries = 500)
  void anyOtherTextIsRefusedInsteadOfBeingTakenForSomething(@ForAll String text) {
    assertThatThrownBy(() -> StoredReason.read(text)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> StoredRule.read(text)).isInstanceOf(SQLException.class);
  }

  @Provide
  static Arbitrary<KeepReason> reasons() {
    Arbitrary<List<String>> names = Arbitraries.strings().list().ofMaxSize(3);
    Arbitrary<Integer> counts = Arbitraries.integers().greaterOrEqual(0);
    return Arbitraries.oneOf(
        names.map(KeepReason.InUse::new),
        names.map(KeepReason.ParentOf::new),
        names.map(KeepReason.Named::new),
        Arbitraries.strings().map(KeepReason.LastChildOf::new),
        counts.map(KeepReason.Newest::new),
        counts.map(KeepReason.RecentlyUsed::new),
        spans().map(KeepReason.UsedWithin::new),
        Arbitraries.longs()
            .between(0, 1L << 40)
            .map(Instant::ofEpochMilli)
            .optional()
            .map(KeepReason.NotWatched::new),
        Arbitraries.longs().greaterOrEqual(0).map(KeepReason.WithinBudget::new),
        Combinators.combine(Arbitraries.of(ArchiveTrouble.Kind.values()), Arbitraries.strings())
            .as(ArchiveTrouble::new)
            .map(KeepReason.NotArchived::new),
        Arbitraries.of(
            new KeepReason.UsesUnknown(),
            new KeepReason.Pinned(),
            new KeepReason.PinsUnreadable(),
            new KeepReason.SizesUnknown(),
            new KeepReason.AgeUnknown(),
            new KeepReason.Excepted(),
            new KeepReason.UsedMeanwhile(),
            new KeepReason.Changed(),
            new KeepReason.BeingSaved(),
            new KeepReason.AlreadyGone(),
            new KeepReason.Cancelled()));
  }

  @Provide
  static Arbitrary<Prune> prunes() {
    Arbitrary<Language> languages =
        Arbitraries.of(Language.PYTHON, Language.GO, new Language("made-up"));
    Arbitrary<CacheReference> references =
        Combinators.combine(languages, Arbitraries.integers().greaterOrEqual(0))
            .as((language, tag) -> new CacheReference(language, "%012x".formatted(tag)));
    return Combinators.combine(
            rules(),
            Arbitraries.maps(languages, rules()),
            languages.set(),
            references.set().ofMaxSize(3))
        .as(Prune::new);
  }

  private static Arbitrary<Rule> rules() {
    Arbitrary<Integer> counts = Arbitraries.integers().greaterOrEqual(0);
    return Arbitraries.oneOf(
        counts.map(RemovalPolicy.KeepNewest::new),
        counts.map(RemovalPolicy.KeepUsed::new),
        spans().map(RemovalPolicy.UnusedFor::new),
        Arbitraries.longs().greaterOrEqual(0).map(RemovalPolicy.Budget::new));
  }

  private static Arbitrary<Duration> spans() {
    return Arbitraries.longs().between(1, 1L << 40).map(Duration::ofMillis);
  }
}
