package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sample.SampleHistory;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogImport;
import io.github.sandboxcache.adapter.sandboxlog.SandboxLogSearch;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.SnapshotStore;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.domain.task.TerminalWindow;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.service.AutomaticPrune;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.ChangeWatch;
import io.github.sandboxcache.service.EngineObserver;
import io.github.sandboxcache.service.LiveCatalog;
import io.github.sandboxcache.service.LiveTimings;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestLocks;
import io.github.sandboxcache.testing.TestPins;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.LiveEngineSession;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What the window of {@link CommandWindow} is made with: a made-up engine, everything else real.
 */
record CommandServices(SampleEngine engine, TestPins pins, Clock clock) {
  AppServices with(FakeSettings settings, Setup setup) {
    return new AppServices(
        new EngineOpener(
            setup.connector().orElse(_ -> new EngineConnector.Outcome.Connected(engine)),
            () -> engine,
            opened -> session(opened, setup)),
        settings,
        new TaskRunner(clock, InstallText::of),
        setup.logs(),
        SandboxLogSearch.of("Linux", Path.of("/no/home"), Map.of(), clock),
        new SandboxLogImport(Ledgers.empty(), clock),
        Ledgers.empty(),
        setup.archives(),
        setup::setAside,
        DesktopNotices.NONE,
        TerminalWindow.NONE,
        JsonFile.of(Path.of("unused"), WindowStateContent.class),
        JsonFile.of(Path.of("unused"), AutomaticPrune.LastRun.class),
        TestFacts.onLinux(),
        clock);
  }

  private EngineSession session(ContainerEngine opened, Setup setup) {
    SqliteLedger ledger = ledger(opened, clock);
    int _ = ledger.record(setup.facts());
    return new LiveEngineSession(
        opened,
        cache(opened, setup.installer(), setup.registry(), ledger, pins, clock),
        new LiveCatalog(
            opened,
            new Nowhere(),
            LayerStore.NONE,
            clock,
            LiveTimings.DEFAULT,
            EngineObserver.NONE),
        new ChangeWatch(ledger, pins));
  }

  /** The cache of such a window, for whoever needs no more. */
  static CacheService cache(ContainerEngine opened, TestPins pins, Clock clock) {
    return cache(
        opened, Setup.USUAL.installer(), ImageRegistry.NONE, ledger(opened, clock), pins, clock);
  }

  private static SqliteLedger ledger(ContainerEngine opened, Clock clock) {
    SqliteLedger ledger = Ledgers.of(Language.PYTHON, new HitCount(87, 13), clock.instant());
    SampleHistory.write(ledger, opened.description().endpoint(), clock.instant());
    return ledger;
  }

  private static CacheService cache(
      ContainerEngine opened,
      Installer installer,
      ImageRegistry registry,
      SqliteLedger ledger,
      TestPins pins,
      Clock clock) {
    return new CacheService(
        opened,
        installer,
        Inspectors.of(opened),
        ledger,
        ledger,
        pins,
        LayerStore.NONE,
        TestArchives.none(opened),
        registry,
        TransferNotes.NONE,
        TestLocks.create(),
        clock);
  }

  private static final class Nowhere implements SnapshotStore {
    @Override
    public Optional<Remembered> load() {
      return Optional.empty();
    }

    @Override
    public void save(Remembered remembered) {}
  }
}
