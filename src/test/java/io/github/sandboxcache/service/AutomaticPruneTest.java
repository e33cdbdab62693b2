package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.settings.AutomaticDecision;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Run;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Trigger;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is told when it is time, once, also over restarts, and never for made-up data. */
class AutomaticPruneTest {
  private static final UnusedFor RULE = new UnusedFor(Duration.ofDays(14));

  @TempDir private Path directory = Path.of("");
  private Instant now = NOON;
  private Settings settings =
      Settings.DEFAULT
          .withPrune(Optional.of(new PruneSetting(PruneSetting.Kind.UNUSED, 14)))
          .withAutomatic(AutomaticSetting.OFF.approve(RULE));

  /** Today's hands can be moved. */
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private AutomaticPrune window() {
    return new AutomaticPrune(
        () -> settings,
        JsonFile.of(directory.resolve("last.json"), AutomaticPrune.LastRun.class),
        clock,
        _ -> {});
  }

  @Test
  void onceADayAlsoWhenTheAppIsStartedAnew() {
    CacheService cache = cache(new ListedEngine());
    try (AutomaticPrune first = window();
        AutomaticPrune second = window()) {
      assertThat(first.look(cache)).isEqualTo(new Run(RULE, Trigger.DAILY));
      assertThat(first.look(cache)).isInstanceOf(AutomaticDecision.NotYet.class);
      assertThat(second.look(cache)).isInstanceOf(AutomaticDecision.NotYet.class);
      now = now.plus(Duration.ofDays(1));
      assertThat(second.look(cache)).isEqualTo(new Run(RULE, Trigger.DAILY));
    }
  }

  @Test
  void theStartIsTheFirstLookOfAWindow() {
    settings =
        settings.withAutomatic(
            new AutomaticSetting(
                true, false, OptionalLong.empty(), OptionalLong.empty(), Optional.of(RULE)));
    CacheService cache = cache(new ListedEngine());
    try (AutomaticPrune window = window()) {
      assertThat(window.look(cache)).isEqualTo(new Run(RULE, Trigger.START));
      assertThat(window.look(cache)).isInstanceOf(AutomaticDecision.NotYet.class);
    }
  }

  @Test
  void aFileThatCannotBeReadMakesItOnceADayTooOftenAtMost() throws IOException {
    Files.writeString(directory.resolve("last.json"), "yesterday");
    CacheService cache = cache(new ListedEngine());
    try (AutomaticPrune window = window()) {
      assertThat(window.look(cache)).isEqualTo(new Run(RULE, Trigger.DAILY));
      assertThat(window.look(cache)).isInstanceOf(AutomaticDecision.NotYet.class);
    }
  }

  @Test
  void whatTheEngineDoesNotTellOfItsDiskIsUnknown() {
    settings =
        settings.withAutomatic(
            new AutomaticSetting(
                false, false, OptionalLong.empty(), OptionalLong.of(1), Optional.of(RULE)));
    try (AutomaticPrune window = window()) {
      assertThat(window.look(cache(new ListedEngine())))
          .isInstanceOfSatisfying(
              AutomaticDecision.NotYet.class,
              not -> assertThat(not.unknown()).containsExactly(Trigger.LOW_DISK));
    }
  }

  @Test
  void madeUpDataIsLetAlone() {
    SampleEngine sample =
        new SampleEngine(
            new SampleCache(List.of(image("1", "mcp-sandbox-go:aaaaaaaaaaaa")), List.of()),
            clock,
            Duration.ZERO);
    try (AutomaticPrune window = window()) {
      assertThat(window.look(cache(sample))).isEqualTo(new AutomaticDecision.Off());
    }
  }

  private CacheService cache(ContainerEngine engine) {
    SqliteLedger ledger = Ledgers.empty();
    return new CacheService(
        engine,
        (_, _, _) -> {
          throw new AssertionError("nothing is installed here");
        },
        Inspectors.of(engine),
        ledger,
        ledger,
        new PinsInMemory(),
        LayerStore.NONE,
        TestArchives.none(engine),
        TestLocks.create(),
        clock);
  }
}
