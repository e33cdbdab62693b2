package io.github.sandboxcache.cli;

import io.github.sandboxcache.adapter.mcp.WrappedServer;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sandboxlog.LiveLog;
import io.github.sandboxcache.adapter.sandboxlog.LogsPresent;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.cli.mcp.McpAgentServer;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.usage.LedgerLook;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.ServerProxy;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sample cache, held in memory over several runs; its engine answers at one URI only. */
final class SampleAccess implements CacheAccess {
  static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
  static final byte[] PICTURE = {1, 2, 3};
  static final String URI = "unix:///sample.sock";

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final SampleEngine engine =
      new SampleEngine(SampleCache.believable(NOW), clock, Duration.ZERO);
  private final SqliteLedger journal = Ledgers.sample(NOW);
  private UsageLedger ledger = journal;
  private ContainerEngine answering = engine;
  private final Installer installer;
  private PinStore pins = new PinsInMemory();
  private LogSearch search = LogSearch.NONE;
  private SettingsStore settings = new FixedSettings(Settings.DEFAULT);
  private Optional<PinOwners> owners = Optional.empty();
  private TransferNotes notes = TransferNotes.NONE;
  private @Nullable RuntimeException logs;
  private boolean behind;
  private Optional<Path> setAside = Optional.empty();
  private final List<WindowPicture> pictures = new ArrayList<>();
  private WindowPicture.@Nullable NotTakenException noPicture;

  SampleAccess() {
    this(
        (_, _, _) -> {
          throw new AssertionError("nothing is installed here");
        });
  }

  SampleAccess(Installer installer) {
    this.installer = installer;
  }

  SampleAccess with(EngineImage image) {
    engine.add(image);
    return this;
  }

  /** Its engine fails whenever that method is called. */
  SampleAccess withEngineFailingAt(String method, RuntimeException failure) {
    answering = FailingCall.of(ContainerEngine.class, answering, method, failure);
    return this;
  }

  /** Its engine says that it is a real one. */
  SampleAccess withEngineOfRealImages() {
    EngineDescription made = engine.description();
    answering =
        FailingCall.answering(
            ContainerEngine.class,
            answering,
            "description",
            () ->
                new EngineDescription(
                    made.product(),
                    made.version(),
                    made.apiVersion(),
                    made.endpoint(),
                    made.source(),
                    made.naming(),
                    false));
    return this;
  }

  /** Its ledger fails whenever that method is called. */
  SampleAccess withLedgerFailingAt(String method, RuntimeException failure) {
    ledger = FailingCall.of(UsageLedger.class, ledger, method, failure);
    return this;
  }

  /** Its ledger can be read, and takes nothing down. */
  SampleAccess withLedgerRefusing(UsageLedgerException why) {
    ledger =
        FailingCall.answering(UsageLedger.class, ledger, "whyNotWritable", () -> Optional.of(why));
    return this;
  }

  /** Images that came from a registry are noted there. */
  SampleAccess with(TransferNotes others) {
    notes = others;
    return this;
  }

  SampleAccess with(Settings others) {
    settings = new FixedSettings(others);
    return this;
  }

  @Override
  public Outcome connect(Optional<String> engineUri) {
    return engineUri.filter(URI::equals).isPresent()
        ? new Outcome.Connected(sampleEngine())
        : new Outcome.NoEngine(
            List.of(
                new EngineAttempt(
                    "/var/run/docker.sock", Source.DOCKER_SOCKET, Failure.NOT_ALLOWED, ""),
                new EngineAttempt("DOCKER_HOST", Source.ENVIRONMENT, Failure.NOT_SET, "")));
  }

  @Override
  public EngineSurvey survey() {
    return new EngineSurvey(
        new EngineConnector() {
          @Override
          public Outcome connect(Optional<String> chosenUri) {
            return SampleAccess.this.connect(chosenUri);
          }

          @Override
          public List<EnginePlace> places() {
            return List.of(
                new EnginePlace(
                    "unix:///var/run/docker.sock",
                    "/var/run/docker.sock",
                    Source.DOCKER_SOCKET,
                    ""),
                new EnginePlace(URI, "/sample.sock", Source.CONTEXT, "build"));
          }
        });
  }

  @Override
  public boolean isEngineNamed() {
    return false;
  }

  @Override
  public ContainerEngine sampleEngine() {
    return FailingCall.stayingOpen(answering);
  }

  @Override
  public CacheService cache(ContainerEngine opened) {
    return new CacheService(
        opened,
        installer,
        Inspectors.of(opened),
        ledger,
        journal,
        pins,
        LayerStore.NONE,
        TestArchives.none(opened),
        ImageRegistry.NONE,
        notes,
        TestLocks.create(),
        clock);
  }

  @Override
  public UsageLedger usage() {
    return ledger;
  }

  @Override
  public OperationJournal operations() {
    return journal;
  }

  SampleAccess withLedgerSetAside(Path kept) {
    setAside = Optional.of(kept);
    return this;
  }

  SampleAccess behindItsLogs() {
    behind = true;
    return this;
  }

  SampleAccess withLogsFailingWith(RuntimeException failure) {
    logs = failure;
    return this;
  }

  @Override
  public boolean readFollowedLogs() {
    if (logs != null) {
      throw logs;
    }
    return !behind;
  }

  @Override
  public Optional<Path> ledgerSetAside() {
    return setAside;
  }

  @Override
  public LogSearch logSearch() {
    return search;
  }

  SampleAccess with(LogSearch other) {
    search = other;
    return this;
  }

  @Override
  public ServerProxy serverProxy() {
    return new WrappedServer(server -> new LiveLog(ledger, server, clock));
  }

  @Override
  public AgentServer agentServer() {
    return new McpAgentServer("1.2.3");
  }

  @Override
  public LogImport logImport() {
    return new SandboxLogImport(ledger, clock);
  }

  SampleAccess with(PinStore others) {
    pins = others;
    return this;
  }

  @Override
  public PinStore pins() {
    return pins;
  }

  /** Its settings are those of that file. */
  SampleAccess with(SettingsStore store) {
    settings = store;
    return this;
  }

  @Override
  public SettingsStore settings() {
    return settings;
  }

  @Override
  public Doctor doctor() {
    return new Doctor(
        AppDirectories.under(Path.of("/no/such/home")),
        "ada",
        settings,
        pins,
        (_, _) ->
            new LedgerLook(
                Path.of("/no/such/home/usage.db"),
                new LedgerLook.Health.Absent(),
                0,
                List.of(),
                Optional.empty()),
        new LogsPresent(Path.of("/no/such/home")),
        clock);
  }

  SampleAccess with(PinOwners others) {
    owners = Optional.of(others);
    return this;
  }

  @Override
  public Optional<PinOwners> pinOwners() {
    return owners;
  }

  /** The toolkit does not start. */
  SampleAccess withPicturesFailingWith(WindowPicture.NotTakenException failure) {
    noPicture = failure;
    return this;
  }

  /** The pictures that were asked for. */
  List<WindowPicture> pictures() {
    return pictures;
  }

  @Override
  public byte[] picture(WindowPicture wanted) {
    if (noPicture != null) {
      throw noPicture;
    }
    pictures.add(wanted);
    return PICTURE.clone();
  }
}
