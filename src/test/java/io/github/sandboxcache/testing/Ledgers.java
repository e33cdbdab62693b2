package io.github.sandboxcache.testing;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleUsage;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.PackageName;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Ledgers that nobody else has, by the code that the app has. */
public final class Ledgers {
  private Ledgers() {}

  /** One that knows nothing. */
  public static SqliteLedger empty() {
    return SqliteLedger.inMemory((language, given) -> PackageName.of(language, given).name());
  }

  /** One that knows the made-up past of the believable cache. */
  public static SqliteLedger sample(Instant now) {
    return knowing("sample at " + now, () -> SampleUsage.of(SampleCache.believable(now), now));
  }

  /** One that knows many facts, which are the same each time that the name is. */
  public static SqliteLedger knowing(String name, Supplier<List<UsageFact>> facts) {
    return LedgerCopies.of(name, facts);
  }

  /** One that knows that many lookups of one language, all an hour before. */
  public static SqliteLedger of(Language language, HitCount count, Instant now) {
    CacheReference reference = new CacheReference(language, "0123456789ab");
    List<UsageFact> facts = new ArrayList<>();
    for (long i = 0; i < count.lookups(); i++) {
      facts.add(
          UsageFact.of(
              now.minusSeconds(3_600),
              i < count.hits() ? FactKind.HIT : FactKind.MISS,
              reference,
              FactSource.log("test"),
              FactIdentity.random()));
    }
    SqliteLedger ledger = empty();
    int _ = ledger.record(facts);
    return ledger;
  }
}
