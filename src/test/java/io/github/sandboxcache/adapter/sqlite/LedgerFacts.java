package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Facts about one image, and a ledger in a file to keep them in, for tests. */
final class LedgerFacts {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  static final List<String> SIX = List.of("six==1.16");

  private LedgerFacts() {}

  /** A ledger in that file, at noon. */
  static SqliteLedger open(Path file) {
    return SqliteLedger.at(file, (_, name) -> name, CLOCK);
  }

  /** The image that the facts are about. */
  static CacheReference reference() {
    return CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, SIX));
  }

  /** A fact of that kind at noon, different from all others. */
  static UsageFact fact(FactKind kind) {
    return UsageFact.of(NOON, kind, reference(), FactSource.app("unix:///x"), FactIdentity.random())
        .withPackages(SIX)
        .withDuration(Duration.ofSeconds(4))
        .withImageId("sha256:1")
        .withBytes(OptionalLong.of(1_000));
  }

  /** All facts in the ledger. */
  static List<UsageFact> facts(SqliteLedger ledger) {
    List<UsageFact> facts = new ArrayList<>();
    ledger.facts(FactQuery.ALL, facts::add);
    return facts;
  }
}
