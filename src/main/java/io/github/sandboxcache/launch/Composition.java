package io.github.sandboxcache.launch;

import io.github.sandboxcache.adapter.archives.FileArchives;
import io.github.sandboxcache.adapter.contents.SavedImageReader;
import io.github.sandboxcache.adapter.docker.DockerEngineConnector;
import io.github.sandboxcache.adapter.docker.DockerLogins;
import io.github.sandboxcache.adapter.docker.EngineEnvironment;
import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.adapter.files.JsonPinStore;
import io.github.sandboxcache.adapter.files.JsonSettingsStore;
import io.github.sandboxcache.adapter.files.JsonSnapshotStore;
import io.github.sandboxcache.adapter.files.JsonTransferNotes;
import io.github.sandboxcache.adapter.files.PinOwnersLookup;
import io.github.sandboxcache.adapter.mcp.WrappedServer;
import io.github.sandboxcache.adapter.os.CommandNotices;
import io.github.sandboxcache.adapter.os.CommandTerminal;
import io.github.sandboxcache.adapter.os.OwnCommand;
import io.github.sandboxcache.adapter.registry.HttpRegistry;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sample.SampleHistory;
import io.github.sandboxcache.adapter.sample.SampleUsage;
import io.github.sandboxcache.adapter.sandboxlog.LiveLog;
import io.github.sandboxcache.adapter.sandboxlog.LogWatch;
import io.github.sandboxcache.adapter.sandboxlog.LogsPresent;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogSearch;
import io.github.sandboxcache.adapter.sqlite.LayerDatabase;
import io.github.sandboxcache.adapter.sqlite.LedgerCheckup;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.cli.AgentServer;
import io.github.sandboxcache.cli.CacheAccess;
import io.github.sandboxcache.cli.WindowPicture;
import io.github.sandboxcache.cli.mcp.McpAgentServer;
import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.catalog.SnapshotStore;
import io.github.sandboxcache.domain.contents.ContentsStore;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.install.EngineInstaller;
import io.github.sandboxcache.domain.install.PackageName;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.PackageNaming;
import io.github.sandboxcache.domain.usage.ServerProxy;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.service.Archives;
import io.github.sandboxcache.service.AutomaticPrune;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.ChangeWatch;
import io.github.sandboxcache.service.ContainerUses;
import io.github.sandboxcache.service.Doctor;
import io.github.sandboxcache.service.EngineObserver;
import io.github.sandboxcache.service.EngineSurvey;
import io.github.sandboxcache.service.FactRetention;
import io.github.sandboxcache.service.Inspector;
import io.github.sandboxcache.service.LiveCatalog;
import io.github.sandboxcache.service.LiveTimings;
import io.github.sandboxcache.service.RegistryFirst;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.service.UseWatch;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.Versions;
import io.github.sandboxcache.ui.app.AppServices;
import io.github.sandboxcache.ui.app.WindowStateContent;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.LiveEngineSession;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The composition root: every object with a life of its own is made and wired here, by hand. */
final class Composition implements CacheAccess {
  private static final Duration SAMPLE_PACE = Duration.ofMillis(150);

  /** So long a verb reads logs before it answers; that is some hundred megabytes. */
  private static final Duration MAX_LOG_READING = Duration.ofSeconds(2);

  private final AppDirectories directories;
  private final Path home;
  private final Map<String, String> environment;
  private final Clock clock;
  private final Versions versions;
  private final PackageNaming naming =
      (language, packageAsGiven) -> PackageName.of(language, packageAsGiven).name();
  private final SettingsStore settings;
  private final SqliteLedger usage;
  private final PinStore pins;
  private final ProcessLocks locks;
  private final ImageArchives archives;
  private final TransferNotes transferNotes;
  private final EarlyConnection connector;
  private Optional<Sample> sample = Optional.empty();

  /**
   * Composes for those arguments: what a verb will wait for begins at once, and the rest is made
   * meanwhile.
   */
  Composition(
      List<String> arguments,
      AppDirectories directories,
      Path home,
      Map<String, String> environment,
      Clock clock,
      Versions versions) {
    this.directories = directories;
    this.home = home;
    this.environment = environment;
    this.clock = clock;
    this.versions = versions;
    SettingsStore stored = new JsonSettingsStore(directories.settingsFile());
    this.settings = stored;
    this.connector = new EarlyConnection(new DockerEngineConnector(EngineEnvironment.current()));
    connector.beginFor(
        arguments,
        named ->
            EngineEnvironment.isEngineNamedBy(environment)
                ? named
                : named.or(() -> stored.current().engineUri()));
    this.usage = SqliteLedger.at(directories.usageFile(), naming, clock);
    this.pins = new JsonPinStore(directories.pinsFile());
    this.locks = new ProcessLocks(directories.locks());
    this.transferNotes = new JsonTransferNotes(directories.transfersFile());
    this.archives = new FileArchives(directories.archives(), clock);
  }

  @Override
  public Outcome connect(Optional<String> engineUri) {
    return connector.connect(engineUri);
  }

  @Override
  public EngineSurvey survey() {
    return new EngineSurvey(connector);
  }

  @Override
  public boolean isEngineNamed() {
    return EngineEnvironment.isEngineNamedBy(environment);
  }

  /** The same for all calls of a server, so that what was installed is there. */
  private record Sample(ContainerEngine engine, CacheService cache) {}

  private synchronized Sample sample() {
    Sample made =
        sample.orElseGet(
            () -> {
              ContainerEngine engine = newSampleEngine();
              return new Sample(engine, newCache(engine));
            });
    sample = Optional.of(made);
    return made;
  }

  @Override
  public ContainerEngine sampleEngine() {
    return sample().engine();
  }

  private ContainerEngine newSampleEngine() {
    return new SampleEngine(SampleCache.believable(clock.instant()), clock, SAMPLE_PACE);
  }

  @Override
  public CacheService cache(ContainerEngine engine) {
    return engine.description().sample() ? sample().cache() : newCache(engine);
  }

  private CacheService newCache(ContainerEngine engine) {
    PinStore pinned = engine.description().sample() ? new PinsInMemory() : pins;
    SqliteLedger log = engine.description().sample() ? sampleUsage() : usage;
    ContentsStore contents = engine.description().sample() ? ContentsStore.NONE : layers();
    Inspector inspector = new Inspector(engine, new SavedImageReader(), contents);
    ImageRegistry registry = registry(engine);
    TransferNotes notes = engine.description().sample() ? TransferNotes.NONE : transferNotes;
    EngineInstaller installer =
        new EngineInstaller(
            engine,
            () -> settings.current().install(),
            new RegistryFirst(
                engine,
                () -> settings.current().registry(),
                registry,
                notes,
                inspector,
                log,
                locks,
                clock,
                RegistryFirst.MAX_SILENCE),
            log,
            locks,
            versions.app(),
            clock);
    LayerStore layers = engine.description().sample() ? LayerStore.NONE : layers();
    Archives archived =
        engine.description().sample()
            ? new Archives(engine, ImageArchives.NONE, inspector, () -> ArchiveSettings.DEFAULT)
            : new Archives(engine, archives, inspector, () -> settings.current().archives());
    return new CacheService(
        engine, installer, inspector, log, log, pinned, layers, archived, registry, notes, locks,
        clock);
  }

  /** Plain HTTP is spoken where the engine does; whom engines trust is trusted. */
  private ImageRegistry registry(ContainerEngine engine) {
    List<Path> certificates =
        List.of(
            Path.of("/etc/docker/certs.d"),
            Path.of("/etc/containers/certs.d"),
            home.resolve(".docker/certs.d"),
            home.resolve(".config/docker/certs.d"));
    return engine.description().sample()
        ? ImageRegistry.NONE
        : new HttpRegistry(
            new DockerLogins(EngineEnvironment.current()),
            host -> engine.transfers().takesForInsecure(host),
            certificates,
            HttpRegistry.PATIENCE);
  }

  private SqliteLedger sampleUsage() {
    Instant now = clock.instant();
    SqliteLedger ledger = SqliteLedger.inMemory(naming);
    int _ = ledger.record(SampleUsage.of(SampleCache.believable(now), now));
    SampleHistory.write(ledger, newSampleEngine().description().endpoint(), now);
    return ledger;
  }

  @Override
  public SettingsStore settings() {
    return settings;
  }

  @Override
  public UsageLedger usage() {
    return usage;
  }

  @Override
  public OperationJournal operations() {
    return usage;
  }

  /** What the window is made of. */
  AppServices windowServices() {
    String command =
        new OwnCommand(System.getProperty("os.name"), searchPath()).word(System::getProperty);
    return services(settings, followedLogs(), command, clock);
  }

  private String searchPath() {
    return environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
  }

  private AppServices services(
      SettingsStore chosen, FollowedLogs logs, String command, Clock time) {
    return new AppServices(
        new EngineOpener(connector, this::newSampleEngine, this::session),
        chosen,
        new TaskRunner(time, InstallText::of),
        logs,
        logSearch(),
        logImport(),
        usage,
        archives,
        usage::setAside,
        new CommandNotices(System.getProperty("os.name")),
        new CommandTerminal(System.getProperty("os.name"), searchPath()),
        JsonFile.of(directories.windowFile(), WindowStateContent.class),
        JsonFile.of(directories.lastRunFile(), AutomaticPrune.LastRun.class),
        new AppServices.Facts(versions, directories, command),
        time);
  }

  @Override
  public byte[] picture(WindowPicture wanted) {
    Clock local = clock.withZone(ZoneId.systemDefault());
    return new PictureStudio(
            chosen -> services(chosen, FollowedLogs.NONE, OwnCommand.NAME, local), settings, local)
        .take(wanted);
  }

  /** For as long as the window is open, which is as long as the process lives. */
  private FollowedLogs followedLogs() {
    LogWatch logs = new LogWatch(usage, clock, home);
    FactRetention retention =
        new FactRetention(usage, () -> settings.current().usage().keepFactsDays(), clock);
    settings.onChange(changed -> logs.follow(changed.usage().followedLogs()));
    logs.follow(settings.current().usage().followedLogs());
    logs.start();
    retention.start();
    return logs;
  }

  @Override
  public boolean readFollowedLogs() {
    List<String> logs = settings.current().usage().followedLogs();
    return logs.isEmpty() || LogWatch.readOnce(logs, usage, clock, home, MAX_LOG_READING);
  }

  private LayerDatabase layers() {
    return new LayerDatabase(directories.snapshots().resolve("layers.db"));
  }

  private EngineSession session(ContainerEngine engine) {
    EngineDescription description = engine.description();
    SnapshotStore remembered =
        description.sample()
            ? new NoSnapshots()
            : new JsonSnapshotStore(directories.snapshots(), description.endpoint());
    LayerStore layers = description.sample() ? LayerStore.NONE : layers();
    CacheService service = newCache(engine);
    return new LiveEngineSession(
        engine,
        service,
        new LiveCatalog(engine, remembered, layers, clock, LiveTimings.DEFAULT, observer(engine)),
        new ChangeWatch(service.usage(), service.pins()));
  }

  /** What is made up has no uses but made-up ones. */
  private EngineObserver observer(ContainerEngine engine) {
    return engine.description().sample()
        ? EngineObserver.NONE
        : new UseWatch(new ContainerUses(engine, usage, clock));
  }

  @Override
  public Optional<Path> ledgerSetAside() {
    return usage.setAside();
  }

  @Override
  public Doctor doctor() {
    return new Doctor(
        directories,
        System.getProperty("user.name"),
        settings,
        pins,
        new LedgerCheckup(directories.usageFile(), clock),
        new LogsPresent(home),
        clock);
  }

  @Override
  public LogSearch logSearch() {
    return SandboxLogSearch.of(System.getProperty("os.name"), home, environment, clock);
  }

  @Override
  public LogImport logImport() {
    return new SandboxLogImport(usage, clock);
  }

  @Override
  public ServerProxy serverProxy() {
    return new WrappedServer(server -> new LiveLog(usage, server, clock));
  }

  @Override
  public AgentServer agentServer() {
    return new McpAgentServer(versions.app());
  }

  @Override
  public PinStore pins() {
    return pins;
  }

  @Override
  public Optional<PinOwners> pinOwners() {
    return PinOwnersLookup.of(
        System.getProperty("os.name"), System.getProperty("user.name"), directories, environment);
  }
}
