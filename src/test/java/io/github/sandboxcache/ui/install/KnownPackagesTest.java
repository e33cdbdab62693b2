package io.github.sandboxcache.ui.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.testing.Ledgers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Packages are suggested from the images, and from what the ledger knows of others. */
class KnownPackagesTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:04Z");

  @Test
  void packagesOfTheLedgerAreKnownWithoutAnyImage() {
    UsageReport usage = Ledgers.sample(NOW).report(TimeRange.ALL);
    Catalog empty = Images.catalog();

    assertThat(new KnownPackages(empty, usage, Language.PYTHON).names())
        .contains("pandas")
        .doesNotHaveDuplicates();
    assertThat(new KnownPackages(empty, usage, Language.RUBY).names()).doesNotContain("pandas");
  }

  @Test
  void versionsAreNotSuggested() {
    UsageReport usage = Ledgers.sample(NOW).report(TimeRange.ALL);

    assertThat(new KnownPackages(Images.catalog(), usage, Language.PYTHON).names())
        .noneMatch(name -> name.contains("="));
  }
}
