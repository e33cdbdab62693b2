package io.github.sandboxcache.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.CacheKey;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.usage.UsageSummary.PackageHits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hits and misses outlive the process that saw them. */
class FileUsageLogTest {
  private static final PackageNaming BEFORE_VERSION = (_, text) -> text.split("==", 2)[0];

  @TempDir Path directory;
  private Path file;
  private UsageLog log;

  @BeforeEach
  void openLog() {
    file = directory.resolve("not yet there").resolve("lookups.jsonl");
    log = new FileUsageLog(file, BEFORE_VERSION);
  }

  @Test
  void withoutALookupThereIsNoRate() {
    assertThat(log.summary().total().ratePercent()).isEmpty();
  }

  @Test
  void theRateIsHitsOfAllLookups() {
    log.record(lookup(Language.PYTHON, false, "numpy"));
    log.record(lookup(Language.PYTHON, true, "numpy"));
    log.record(lookup(Language.GO, true, "x"));
    assertThat(log.summary().of(Language.PYTHON)).isEqualTo(new HitCount(1, 1));
    assertThat(log.summary().total().ratePercent()).hasValue(100.0 * 2 / 3);
  }

  @Test
  void aNewStartCountsTheSame() {
    log.record(lookup(Language.RUST, true, "serde"));
    assertThat(new FileUsageLog(file, BEFORE_VERSION).summary()).isEqualTo(log.summary());
  }

  @Test
  void packagesAreRankedByHitsAndTheirVersionsCountTogether() {
    log.record(lookup(Language.PYTHON, true, "numpy==1", "six"));
    log.record(lookup(Language.PYTHON, true, "numpy==2"));
    log.record(lookup(Language.PYTHON, false, "six"));
    assertThat(log.summary().topPackages())
        .containsExactly(
            new PackageHits(Language.PYTHON, "numpy", 2),
            new PackageHits(Language.PYTHON, "six", 1));
  }

  @Test
  void aLineCutOffByACrashSpoilsNoOther() throws IOException {
    log.record(lookup(Language.PYTHON, true, "six"));
    Files.writeString(file, "{\"timeMs\":1,\"langu", StandardOpenOption.APPEND);
    UsageLog afterCrash = new FileUsageLog(file, BEFORE_VERSION);
    afterCrash.record(lookup(Language.PYTHON, true, "six"));
    assertThat(afterCrash.summary().total()).isEqualTo(new HitCount(2, 0));
    assertThat(log.summary().total()).isEqualTo(new HitCount(2, 0));
  }

  @Test
  void severalWritersLoseNothing() {
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      UsageLog other = new FileUsageLog(directory.resolve("shared.jsonl"), BEFORE_VERSION);
      for (int i = 0; i < 200; i++) {
        writers.execute(() -> other.record(lookup(Language.GO, true, "x")));
      }
    }
    assertThat(
            new FileUsageLog(directory.resolve("shared.jsonl"), BEFORE_VERSION).summary().total())
        .isEqualTo(new HitCount(200, 0));
  }

  private static Lookup lookup(Language language, boolean hit, String... packages) {
    return new Lookup(
        Instant.EPOCH,
        language,
        CacheKey.of(language, List.of(packages)).hex(),
        List.of(packages),
        hit);
  }
}
