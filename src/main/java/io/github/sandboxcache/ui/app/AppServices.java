package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.StoredValue;
import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.domain.task.TerminalWindow;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.service.AutomaticPrune;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.text.Versions;
import io.github.sandboxcache.ui.base.EngineOpener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the window is given by the composition root.
 *
 * @param engines finds engines and starts sessions on them
 * @param settings the user's settings
 * @param tasks runs background tasks
 * @param logs the logs of the sandbox server that are followed
 * @param logSearch finds such logs
 * @param logImport reads such logs once
 * @param operations what was done to all engines' caches
 * @param archives removed images that are kept, of all engines
 * @param ledgerSetAside where a damaged or foreign ledger went, once that has happened
 * @param notices tells the user something outside of the window
 * @param terminal runs a command in a terminal of the user's
 * @param windowFile where the window's state is kept
 * @param lastRun where it is kept when the cache was last pruned by itself
 * @param facts what the app can say about itself
 * @param clock tells the time
 */
public record AppServices(
    EngineOpener engines,
    SettingsStore settings,
    TaskRunner tasks,
    FollowedLogs logs,
    LogSearch logSearch,
    LogImport logImport,
    OperationJournal operations,
    ImageArchives archives,
    Supplier<Optional<Path>> ledgerSetAside,
    DesktopNotices notices,
    TerminalWindow terminal,
    StoredValue<WindowStateContent> windowFile,
    StoredValue<AutomaticPrune.LastRun> lastRun,
    Facts facts,
    Clock clock) {
  /**
   * What the app can say about itself.
   *
   * @param versions which versions run here
   * @param directories where its files are
   * @param command what starts its verbs: its name, or its path where the name would not
   */
  public record Facts(Versions versions, AppDirectories directories, String command) {}
}
