package io.github.sandboxcache.cli;

import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.cli.mcp.McpAgentServer;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.ServerProxy;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Doctor;
import io.github.sandboxcache.service.EngineSurvey;
import io.github.sandboxcache.testing.FailingCall;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestLocks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The command line's way to a real engine, which stays open.
 *
 * @param engines looks for it, for each verb anew
 * @param installers what installs on it
 */
record EngineAccess(
    Supplier<Outcome> engines,
    Function<ContainerEngine, Installer> installers,
    SqliteLedger usage,
    ProcessLocks locks,
    PinStore pins)
    implements CacheAccess {
  /** To an engine on which nothing is installed, with no pins and no history. */
  static EngineAccess to(ContainerEngine engine) {
    return new EngineAccess(
        () -> new Outcome.Connected(engine, List.of()), EngineAccess::noInstaller);
  }

  /** To the engine that is found, on which nothing is installed. */
  static EngineAccess by(Supplier<Outcome> engines) {
    return new EngineAccess(engines, EngineAccess::noInstaller);
  }

  EngineAccess(Supplier<Outcome> engines, Function<ContainerEngine, Installer> installers) {
    this(engines, installers, Ledgers.empty(), TestLocks.create(), new PinsInMemory());
  }

  private static Installer noInstaller(ContainerEngine engine) {
    return (_, _, _) -> {
      throw new AssertionError("nothing is installed on " + engine.description());
    };
  }

  @Override
  public Outcome connect(Optional<String> engineUri) {
    return switch (engines.get()) {
      case Outcome.Connected(ContainerEngine engine, List<EngineAttempt> passedOver) ->
          new Outcome.Connected(FailingCall.stayingOpen(engine), passedOver);
      case Outcome.NoEngine none -> none;
    };
  }

  @Override
  public EngineSurvey survey() {
    return new EngineSurvey(this::connect);
  }

  @Override
  public boolean isEngineNamed() {
    return true;
  }

  @Override
  public ContainerEngine sampleEngine() {
    throw new AssertionError("no sample is needed");
  }

  @Override
  public CacheService cache(ContainerEngine engine) {
    return new CacheService(
        engine,
        installers.apply(engine),
        Inspectors.of(engine),
        usage,
        usage,
        pins,
        LayerStore.NONE,
        TestArchives.none(engine),
        locks,
        Clock.systemUTC());
  }

  @Override
  public OperationJournal operations() {
    return usage;
  }

  @Override
  public boolean readFollowedLogs() {
    return true;
  }

  @Override
  public Optional<Path> ledgerSetAside() {
    return Optional.empty();
  }

  @Override
  public LogSearch logSearch() {
    return LogSearch.NONE;
  }

  @Override
  public ServerProxy serverProxy() {
    throw new AssertionError("no server is run");
  }

  @Override
  public AgentServer agentServer() {
    return new McpAgentServer("1.2.3");
  }

  @Override
  public LogImport logImport() {
    throw new AssertionError("no log is read");
  }

  @Override
  public SettingsStore settings() {
    return new FixedSettings(Settings.DEFAULT);
  }

  @Override
  public Doctor doctor() {
    throw new AssertionError("nothing is looked for");
  }

  @Override
  public Optional<PinOwners> pinOwners() {
    return Optional.empty();
  }

  @Override
  public byte[] picture(WindowPicture wanted) {
    throw new AssertionError("no picture is taken");
  }
}
