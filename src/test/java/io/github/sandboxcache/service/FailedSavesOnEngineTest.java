package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.install.EngineInstaller;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.Ledgers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guards the whole way on a real engine, in the sandbox's own words and by its own rules: its log
 * tells of saves that failed, what it missed is installed ahead, and its next lookup finds it.
 */
@EngineTest
class FailedSavesOnEngineTest {
  private static final String BASE = "sandbox-cache-test/python:1";
  private static final List<List<String>> ASKED =
      List.of(List.of("six==1.15.0"), List.of("six==1.15.0", "iniconfig==1.1.1"));

  private final ObjectMapper json = new ObjectMapper();
  private final Clock clock = Clock.systemUTC();
  private final UsageLedger ledger = Ledgers.empty();
  private final List<String> made = new ArrayList<>();
  private ContainerEngine engine = new ScriptedEngine();

  @BeforeEach
  void start(ContainerEngine real) throws Exception {
    engine = real;
    assumeTrue(engine.image(BASE).isPresent(), "the test's base image is missing: " + BASE);
    for (List<String> packages : ASKED) {
      String name = soughtBySandbox(packages);
      assumeTrue(engine.image(name).isEmpty(), "no test made " + name);
      made.add(name);
    }
  }

  @AfterEach
  void removeWhatWasMade() {
    for (String name : made) {
      if (engine.image(name).isPresent()) {
        assertThat(engine.removeReference(name)).isTrue();
      }
    }
    ledger.close();
  }

  @Test
  void whatCouldNotBeSavedIsInstalledAheadAndFoundByTheSandboxsNextLookup(@TempDir Path locks)
      throws Exception {
    StringBuilder log = new StringBuilder();
    for (List<String> packages : ASKED) {
      log.append(line(30, "Package cache miss - installing packages", asked(packages)));
      log.append(line(50, "Failed to commit image", commitRefused(soughtBySandbox(packages))));
    }
    byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(
            new SandboxLogImport(ledger, clock)
                .read(new ByteArrayInputStream(bytes), "sandbox", _ -> {})
                .facts())
        .isEqualTo(4);
    FailedSaves failed = failedSaves();
    assertThat(failed.count()).isEqualTo(2);
    assertThat(failed.isNameRefused()).isTrue();
    assertThat(failed.unexplained()).as("its log says why").isEmpty();
    assertThat(foundBySandbox()).doesNotContainAnyElementsOf(made);

    PrewarmReport report =
        new Prewarming(installer(locks), clock)
            .run(
                Prewarm.of(ledger.missed(clock.instant(), there())).top(5),
                Optional.of("host"),
                ProgressListener.NONE,
                new Cancellation());

    assertThat(report.failed()).isEmpty();
    assertThat(foundBySandbox()).containsAll(made);
    assertThat(failedSaves().without(there())).isEqualTo(FailedSaves.NONE);
    assertThat(ledger.missed(clock.instant(), there()))
        .hasSameSizeAs(ASKED)
        .allMatch(MissedSet::cached);
  }

  private FailedSaves failedSaves() {
    return ledger.failedSaves(UsageRange.WEEK.endingAt(clock.instant()), clock.instant());
  }

  /** The name by the sandbox's own algorithm, on purpose not by ours. */
  private String soughtBySandbox(List<String> packages) throws Exception {
    String hashed = "python:" + json.writeValueAsString(packages.stream().sorted().toList());
    byte[] key =
        MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
    return "mcp-sandbox-python:" + HexFormat.of().formatHex(key).substring(0, 12);
  }

  /** Its lookup: it lists all images and looks for one with exactly that tag. */
  private List<String> foundBySandbox() {
    return engine.images().stream()
        .flatMap(image -> image.references().stream())
        .map(engine.description().naming()::shortName)
        .toList();
  }

  private Set<CacheReference> there() {
    return Catalog.of(EngineListing.of(engine)).references();
  }

  private String line(int level, String message, String fields) {
    long time = clock.instant().minus(Duration.ofHours(1)).toEpochMilli();
    return ("{\"level\":%d,\"time\":%d,\"pid\":1,\"hostname\":\"h\",\"component\":\"PackageCache\","
            + "%s,\"msg\":\"%s\"}\n")
        .formatted(level, time, fields, message);
  }

  private String asked(List<String> packages) throws Exception {
    return "\"language\":\"python\",\"packages\":" + json.writeValueAsString(packages);
  }

  private static String commitRefused(String name) {
    return "\"imageName\":\"%s\",\"error\":\"Failed to commit container: (HTTP code 500) server error"
            .formatted(name)
        + " - invalid tag format \"";
  }

  private EngineInstaller installer(Path locks) {
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
}
