package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.install.EngineInstaller;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.Ledgers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards on a real engine that what a sandbox missed is found by its next lookup. */
@EngineTest
class PrewarmOnEngineTest {
  private static final String BASE = "sandbox-cache-test/python:1";
  private static final InstallRequest MISSED =
      InstallRequest.of(Language.PYTHON, List.of("six==1.16.0", "iniconfig"));
  private static final InstallRequest HOPELESS =
      InstallRequest.of(Language.PYTHON, List.of("sandbox-cache-has-no-such-package"));

  private final Clock clock = Clock.systemUTC();
  private final UsageLedger ledger = Ledgers.empty();
  private ContainerEngine engine = new ScriptedEngine();
  private boolean made;

  @BeforeEach
  void start(ContainerEngine real) {
    engine = real;
    assumeTrue(engine.image(BASE).isPresent(), "the test's base image is missing: " + BASE);
    assumeTrue(engine.image(name(MISSED)).isEmpty(), "no test made " + name(MISSED));
    made = true;
  }

  @AfterEach
  void removeWhatWasMade() {
    if (made && engine.image(name(MISSED)).isPresent()) {
      assertThat(engine.removeReference(name(MISSED))).isTrue();
    }
    ledger.close();
  }

  @Test
  void whatWasMissedIsThereForTheNextLookupAndOneThatFailsStopsNothing(@TempDir Path locks) {
    int _ = ledger.record(List.of(miss(HOPELESS), miss(HOPELESS), miss(MISSED)));
    List<MissedSet> chosen = Prewarm.of(missed()).top(5);
    assertThat(chosen)
        .extracting(MissedSet::reference)
        .containsExactly(HOPELESS.reference(), MISSED.reference());

    PrewarmReport report =
        new Prewarming(installer(locks), clock)
            .run(chosen, Optional.of("host"), ProgressListener.NONE, new Cancellation());

    assertThat(report.installed())
        .singleElement()
        .satisfies(done -> assertThat(done.set().reference()).isEqualTo(MISSED.reference()));
    assertThat(report.failed()).hasSize(1);
    assertThat(engine.image(name(MISSED))).isPresent();
    assertThat(missed())
        .extracting(MissedSet::reference, MissedSet::cached, MissedSet::failures)
        .containsExactly(tuple(HOPELESS.reference(), false, 1), tuple(MISSED.reference(), true, 0));
    assertThat(ledger.report(TimeRange.ALL).total())
        .as("what this app installs ahead is no lookup")
        .isEqualTo(new HitCount(0, 3));
  }

  private Installer installer(Path locks) {
    InstallSettings usual = InstallSettings.DEFAULT;
    InstallSettings settings =
        new InstallSettings(
            Map.of(Language.PYTHON, BASE),
            usual.network(),
            usual.caBundle(),
            usual.limits(),
            usual.timeLimit());
    return new EngineInstaller(
        engine, () -> settings, ledger, new ProcessLocks(locks), "test", clock);
  }

  private List<MissedSet> missed() {
    Set<CacheReference> there = Catalog.of(EngineListing.of(engine)).references();
    return ledger.missed(clock.instant(), there);
  }

  private UsageFact miss(InstallRequest of) {
    return UsageFact.of(
            clock.instant(),
            FactKind.MISS,
            of.reference(),
            FactSource.log("sandbox.log"),
            FactIdentity.random())
        .withPackages(of.packages());
  }

  private static String name(InstallRequest of) {
    return of.reference().toString();
  }
}
