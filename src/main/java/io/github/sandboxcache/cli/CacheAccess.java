package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.ServerProxy;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Doctor;
import io.github.sandboxcache.service.EngineSurvey;
import java.nio.file.Path;
import java.util.Optional;

/** What verbs work with: the way to an engine's cache, and what is kept for this user. */
public interface CacheAccess {
  /**
   * Finds an engine and connects to it. Waits for it.
   *
   * @param engineUri the one place to try; empty for the usual search
   */
  Outcome connect(Optional<String> engineUri);

  /** Asks every engine that there may be. */
  EngineSurvey survey();

  /** Whether the environment names an engine; that comes before the one of the settings. */
  boolean isEngineNamed();

  /** The engine of the made-up cache, the same at every start. */
  ContainerEngine sampleEngine();

  /** The cache of that engine. The sample has made-up uses, and pins that nobody keeps. */
  CacheService cache(ContainerEngine engine);

  /** What is known of the use of all engines' caches. */
  UsageLedger usage();

  /** What was done to all engines' caches. */
  OperationJournal operations();

  /** Where a ledger went that was damaged or not ours; known once the ledger has been used. */
  Optional<Path> ledgerSetAside();

  /**
   * Takes what is new in the followed logs into the same ledger, for a moment at most.
   *
   * @return whether all was read; otherwise the next call reads on
   * @throws io.github.sandboxcache.domain.usage.UsageLedgerException when it cannot be written
   */
  boolean readFollowedLogs();

  /** Finds logs, without taking anything from them. */
  LogSearch logSearch();

  /** Reads logs into the same ledger. */
  LogImport logImport();

  /** Runs a sandbox server and takes what it logs into the same ledger. */
  ServerProxy serverProxy();

  /** Offers the same to agents. */
  AgentServer agentServer();

  /** Which images are pinned. */
  PinStore pins();

  /** Whose pins count, where they may be those of another user than expected. */
  Optional<PinOwners> pinOwners();

  /** The user's settings. */
  SettingsStore settings();

  /** Looks at everything that may be wrong, and changes nothing. */
  Doctor doctor();

  /**
   * Draws the window in memory, as it stands once everything that it shows has arrived. Changes
   * nothing and needs no display. Not on the toolkit's thread.
   *
   * @return the picture as PNG
   * @throws WindowPicture.NotTakenException when the toolkit does not start, or nothing arrives
   */
  byte[] picture(WindowPicture wanted);
}
