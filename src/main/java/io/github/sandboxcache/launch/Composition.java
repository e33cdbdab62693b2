package io.github.sandboxcache.launch;

import io.github.sandboxcache.cli.CacheAccess;
import io.github.sandboxcache.engine.DockerEngineConnector;
import io.github.sandboxcache.engine.EngineEnvironment;
import io.github.sandboxcache.install.EngineInstaller;
import io.github.sandboxcache.install.LeftoverContainers;
import io.github.sandboxcache.install.PackageName;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineAttempt;
import io.github.sandboxcache.port.EngineConnector;
import io.github.sandboxcache.port.EngineConnector.Outcome;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.sample.SampleCache;
import io.github.sandboxcache.sample.SampleEngine;
import io.github.sandboxcache.sample.SampleUsageLog;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.settings.AppDirectories;
import io.github.sandboxcache.settings.JsonSettingsStore;
import io.github.sandboxcache.settings.Settings;
import io.github.sandboxcache.settings.SettingsStore;
import io.github.sandboxcache.usage.FileUsageLog;
import io.github.sandboxcache.usage.PackageNaming;
import io.github.sandboxcache.usage.UsageLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: every object with a life of its own is made and wired here, by hand. */
final class Composition implements CacheAccess {
  private static final Logger LOG = LoggerFactory.getLogger(Composition.class);
  private static final Duration SAMPLE_PACE = Duration.ofMillis(150);

  private final AppDirectories directories;
  private final Clock clock;
  private final String version;
  private final PackageNaming naming =
      (language, packageAsGiven) -> PackageName.of(language, packageAsGiven).name();
  private final SettingsStore settings;
  private final UsageLog usage;
  private final EngineConnector connector;

  Composition(AppDirectories directories, Clock clock, String version) {
    this.directories = directories;
    this.clock = clock;
    this.version = version;
    this.settings = new JsonSettingsStore(directories.settingsFile());
    this.usage = new FileUsageLog(directories.usageFile(), naming);
    this.connector = new DockerEngineConnector(EngineEnvironment.current());
  }

  @Override
  public Settings settings() {
    return settings.current();
  }

  @Override
  public Opened open(Optional<String> engineUri) {
    return switch (connector.connect(engineUri.or(() -> settings().engineUri()))) {
      case Outcome.Connected(ContainerEngine engine) -> {
        removeLeftovers(engine);
        yield opened(engine);
      }
      case Outcome.NoEngine(List<EngineAttempt> attempts) -> new Opened.NoEngine(attempts);
    };
  }

  @Override
  public Opened.Ready openSample() {
    return opened(sampleEngine());
  }

  private Opened.Ready opened(ContainerEngine engine) {
    return new Opened.Ready(service(engine), engine::close);
  }

  private CacheService service(ContainerEngine engine) {
    UsageLog log = engine.description().sample() ? new SampleUsageLog(naming) : usage;
    EngineInstaller installer =
        new EngineInstaller(
            engine, () -> settings().install(), log, directories.locks(), version, clock);
    return new CacheService(engine, installer, log);
  }

  private ContainerEngine sampleEngine() {
    return new SampleEngine(SampleCache.believable(clock.instant()), clock, SAMPLE_PACE);
  }

  /** An engine that cannot list its containers now will fail again where it matters. */
  private void removeLeftovers(ContainerEngine engine) {
    try {
      List<String> _ = new LeftoverContainers(engine, clock).remove();
    } catch (EngineException e) {
      LOG.warn("cannot look for containers left over from installs", e);
    }
  }
}
