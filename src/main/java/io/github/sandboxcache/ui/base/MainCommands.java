package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.usage.MissedSet;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/** What the main window's buttons, keys and menus ask for. FX thread only; nothing here waits. */
public interface MainCommands {
  /** Opens the dialog that installs packages. */
  void install();

  /** Opens it filled in that way. */
  void install(InstallRequest filledIn);

  /** Installs sets that sandboxes missed, one after the other. */
  void installMissed(List<MissedSet> sets);

  /** Prunes with the current policy, after the time to undo. */
  void prune();

  /**
   * Shows what prune would do, and why, for each image.
   *
   * @param anchor the control beneath which it opens
   */
  void previewPrune(Node anchor);

  /** Asks whether to clear, naming what goes. */
  void clear();

  /** Pins images, or unpins them; says so when that cannot be kept. */
  void setPinned(List<CacheReference> references, boolean pinned);

  /** Removes images after the time to undo; says why they stay when none of them can be removed. */
  void remove(List<CacheReference> references);

  /** Says something in a short message. */
  void tell(String words);

  /** Removes images that failed saves left, after the time to undo. */
  void removeOrphans(OrphanPlan plan);

  /** Gives images that failed saves left the names that sandboxes look for. */
  void nameOrphans(List<Orphan> orphans);

  /**
   * Opens a terminal of the user's with a shell in a container of that image; says so where that
   * cannot be done.
   *
   * @param reference the image's name
   */
  void openShell(String reference);

  /** Copies the command that does the same. */
  void copyRun(String reference);

  /** Sends images to the team's registry; leads to the settings while none is named. */
  void push(List<CacheReference> references);

  /** Gets all cached images that the team's registry has, on the same condition. */
  void pullAll();

  /**
   * Asks the team's registry which images it has, on the same condition, so that rows and filter
   * know.
   */
  void askRegistry();

  /** Opens the dialog that installs packages, filled in as for that image. */
  void installAgain(CacheReference reference);

  /** Takes back the newest removal that still counts down; does nothing without one. */
  void undo();

  /**
   * Starts what the window does without being asked.
   *
   * @return what ends it
   */
  default Runnable runByItself() {
    return () -> {};
  }

  /** Lists the engine's images anew; connects again when no engine answered. */
  void refresh();

  /** Opens the choice of an engine. */
  void chooseEngine();

  /** Opens the settings. */
  void openSettings();

  /** Says what each number in the window means. */
  void showHelp();

  /** Says what runs here, where its files are and under which licences. */
  void showAbout();

  /** Lists the keys. */
  void showKeys();

  /** Brings into view how hits and misses come from the sandbox's log. */
  void connectSandbox();

  /** Says what is in these files, and offers to follow them or to read them once. */
  void addLogs(List<Path> files);

  /** Shows the panel of tasks. */
  void showActivity();

  /** Shows or hides the panel of tasks. */
  void toggleActivity();
}
