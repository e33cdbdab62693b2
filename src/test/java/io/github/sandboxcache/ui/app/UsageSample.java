package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleUsage;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.testing.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Pasts of a cache that the charts have to cope with, and the range in which they are shown. */
enum UsageSample {
  NONE(UsageRange.WEEK),
  DAY(UsageRange.DAY),
  WEEK(UsageRange.WEEK),
  MONTH(UsageRange.MONTH),
  ALL(UsageRange.ALL),
  ONE_LANGUAGE(UsageRange.WEEK),
  MANY_LANGUAGES(UsageRange.MONTH),
  LONG_NAMES(UsageRange.ALL);

  private static final List<String> LANGUAGES =
      List.of(
          "python",
          "typescript",
          "javascript",
          "go",
          "rust",
          "bash",
          "ruby",
          "elixir",
          "kotlin",
          "haskell",
          "ocaml",
          "zig");

  private final UsageRange range;

  UsageSample(UsageRange range) {
    this.range = range;
  }

  UsageRange range() {
    return range;
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int languages(TestWindow window) {
    return window.window().cache().view().usage().report().byLanguage().size();
  }

  UsageLedger ledger(Instant now) {
    return Ledgers.knowing(name() + " at " + now, () -> facts(now));
  }

  /** What was looked up in the range, counted by hand. */
  HitCount lookups(Instant now) {
    Instant begin =
        switch (range) {
          case DAY -> now.minus(Duration.ofHours(24));
          case WEEK -> now.minus(Duration.ofDays(7));
          case MONTH -> now.minus(Duration.ofDays(30));
          case ALL -> Instant.MIN;
        };
    List<FactKind> kinds =
        facts(now).stream()
            .filter(fact -> !fact.time().isBefore(begin))
            .map(UsageFact::kind)
            .toList();
    return new HitCount(
        Collections.frequency(kinds, FactKind.HIT), Collections.frequency(kinds, FactKind.MISS));
  }

  private List<UsageFact> facts(Instant now) {
    List<UsageFact> sample = SampleUsage.of(SampleCache.believable(now), now);
    return switch (this) {
      case NONE -> List.of();
      case DAY ->
          sample.stream().filter(f -> f.time().isAfter(now.minus(Duration.ofDays(1)))).toList();
      case WEEK, MONTH, ALL -> sample;
      case ONE_LANGUAGE ->
          sample.stream().filter(f -> f.reference().language().equals(Language.PYTHON)).toList();
      case MANY_LANGUAGES -> manyLanguages(now);
      case LONG_NAMES -> longNames(now);
    };
  }

  private static List<UsageFact> manyLanguages(Instant now) {
    List<UsageFact> facts = new ArrayList<>();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      CacheReference image = image(new Language(LANGUAGES.get(i)), List.of("left-pad"));
      for (int day = 0; day < 28; day++) {
        for (int lookup = 0; lookup < 30 - 2 * i; lookup++) {
          boolean hit = (lookup * 7 + day * 3 + i) % 10 > i % 5;
          facts.add(
              fact(image, hit, now.minus(Duration.ofHours(24L * day + 2)), List.of("left-pad")));
        }
      }
    }
    return facts;
  }

  private static List<UsageFact> longNames(Instant now) {
    List<UsageFact> facts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String name = "a-package-whose-name-goes-on-and-on-" + "x".repeat(120) + i;
      CacheReference image = image(Language.PYTHON, List.of(name));
      for (int lookup = 0; lookup < 1_000 * (i + 1); lookup++) {
        facts.add(fact(image, true, now.minus(Duration.ofDays(lookup % 600)), List.of(name)));
      }
    }
    return facts;
  }

  private static CacheReference image(Language language, List<String> packages) {
    return new CacheReference(language, CacheKey.of(language, packages).tag());
  }

  private static UsageFact fact(
      CacheReference image, boolean hit, Instant time, List<String> packages) {
    return UsageFact.of(
            time,
            hit ? FactKind.HIT : FactKind.MISS,
            image,
            FactSource.log("test"),
            FactIdentity.random())
        .withPackages(packages);
  }
}
