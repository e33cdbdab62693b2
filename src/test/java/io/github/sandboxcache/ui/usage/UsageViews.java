package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.testing.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes what is shown of a cache's use from lookups, through the ledger that the app uses. */
public final class UsageViews {
  /** The time at which it is looked at. */
  public static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

  private final List<UsageFact> facts = new ArrayList<>();

  /** Without lookups yet. */
  public UsageViews() {}

  /** So many lookups of packages, so long ago. */
  public UsageViews with(
      Language language, List<String> packages, Duration ago, int hits, int misses) {
    CacheReference image = new CacheReference(language, CacheKey.of(language, packages).tag());
    for (int i = 0; i < hits + misses; i++) {
      facts.add(
          UsageFact.of(
                  NOW.minus(ago),
                  i < hits ? FactKind.HIT : FactKind.MISS,
                  image,
                  FactSource.log("test"),
                  FactIdentity.random())
              .withPackages(packages));
    }
    return this;
  }

  /** The same, of a package that is named like its language, an hour ago. */
  public UsageViews with(Language language, int hits, int misses) {
    return with(language, List.of(language.name()), Duration.ofHours(1), hits, misses);
  }

  /** An install of the package that is named like its language, long ago, that took so long. */
  public UsageViews installed(Language language, Duration time) {
    List<String> packages = List.of(language.name());
    CacheReference image = new CacheReference(language, CacheKey.of(language, packages).tag());
    facts.add(
        UsageFact.of(
                NOW.minus(Duration.ofDays(40)),
                FactKind.INSTALLED,
                image,
                FactSource.log("test"),
                FactIdentity.random())
            .withDuration(time));
    return this;
  }

  /** What is shown of that range. */
  public UsageView view(UsageRange range) {
    return view(range, ZoneOffset.UTC);
  }

  /** The same on another clock. */
  public UsageView view(UsageRange range, ZoneId zone) {
    try (SqliteLedger ledger = ledger()) {
      return UsageView.of(ledger, Set.of(), range, NOW, zone);
    }
  }

  /** The ledger itself. */
  public SqliteLedger ledger() {
    SqliteLedger ledger = Ledgers.empty();
    int _ = ledger.record(facts);
    return ledger;
  }
}
