package io.github.sandboxcache.sample;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.Lookup;
import io.github.sandboxcache.usage.PackageNaming;
import io.github.sandboxcache.usage.UsageCounter;
import io.github.sandboxcache.usage.UsageLog;
import io.github.sandboxcache.usage.UsageSummary;
import io.github.sandboxcache.usage.UsageSummary.PackageHits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A made-up past, and what is looked up in this session on top of it. Nothing is written. */
public final class SampleUsageLog implements UsageLog {
  private static final Map<Language, HitCount> PAST =
      Map.of(
          Language.PYTHON, new HitCount(612, 61),
          Language.TYPESCRIPT, new HitCount(148, 28),
          Language.JAVASCRIPT, new HitCount(263, 39),
          Language.GO, new HitCount(98, 25),
          Language.RUST, new HitCount(57, 24),
          Language.BASH, new HitCount(106, 10));
  private static final List<PackageHits> PAST_PACKAGES =
      List.of(
          new PackageHits(Language.PYTHON, "pydantic", 233),
          new PackageHits(Language.PYTHON, "requests", 167),
          new PackageHits(Language.PYTHON, "httpx", 148),
          new PackageHits(Language.PYTHON, "sympy", 94),
          new PackageHits(Language.JAVASCRIPT, "express", 88),
          new PackageHits(Language.BASH, "jq", 79));

  private final UsageCounter session;

  /** A log of this session. */
  public SampleUsageLog(PackageNaming naming) {
    this.session = new UsageCounter(naming);
  }

  @Override
  public synchronized void record(Lookup lookup) {
    session.add(lookup);
  }

  @Override
  public synchronized UsageSummary summary() {
    UsageSummary now = session.summary();
    Map<Language, HitCount> both = new HashMap<>(PAST);
    now.byLanguage().forEach((language, count) -> both.merge(language, count, HitCount::plus));
    return new UsageSummary(both, together(now.topPackages()));
  }

  private static List<PackageHits> together(List<PackageHits> now) {
    List<PackageHits> all = new ArrayList<>();
    for (PackageHits past : PAST_PACKAGES) {
      long more = now.stream().filter(p -> samePackage(p, past)).mapToLong(PackageHits::hits).sum();
      all.add(new PackageHits(past.language(), past.name(), past.hits() + more));
    }
    now.stream()
        .filter(p -> PAST_PACKAGES.stream().noneMatch(past -> samePackage(p, past)))
        .forEach(all::add);
    all.sort(Comparator.comparingLong(PackageHits::hits).reversed());
    return all;
  }

  private static boolean samePackage(PackageHits one, PackageHits other) {
    return one.language().equals(other.language()) && one.name().equals(other.name());
  }
}
