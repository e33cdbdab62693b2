package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.service.CacheService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The way from a verb to the cache of an engine. */
public interface CacheAccess {
  /**
   * A verb is about to open that engine and to read the ledger: what takes time there may begin in
   * the background. Nothing comes of it when the verb does not; by itself it does nothing.
   *
   * @param engineUri the one place to try; empty for the usual search
   */
  default void expect(Optional<String> engineUri) {}

  /**
   * Finds an engine and connects to it. Waits for it.
   *
   * @param engineUri the one place to try; empty for the usual search
   */
  Opened open(Optional<String> engineUri);

  /** The made-up cache, the same at every start. */
  Opened.Ready openSample();

  /**
   * What is known of the cache's use. When an engine answers, the containers it has are looked at
   * first; none is needed.
   *
   * @param engineUri the one place to try; empty for the usual search
   */
  UsageLedger ledger(Optional<String> engineUri);

  /**
   * Takes what is new in the followed logs into the same ledger, for a moment at most.
   *
   * @return whether all was read; otherwise the next call reads on
   * @throws io.github.sandboxcache.domain.usage.UsageLedgerException when it cannot be written
   */
  boolean readFollowedLogs();

  /** Reads logs into the same ledger. No engine is looked for. */
  LogImport logImport();

  /** Where a ledger went that was damaged or not ours; known once the ledger has been used. */
  Optional<Path> ledgerSetAside();

  /** What is made up of the use of the made-up cache. */
  UsageLedger sampleLedger();

  /** Which images are pinned. No engine is looked for. */
  PinStore pins();

  /** The pins of the made-up cache, which nobody keeps. */
  PinStore samplePins();

  /** Whose pins count, where they may be those of another user than expected. */
  Optional<PinOwners> pinOwners();

  /** The user's settings; where one is not legible, something careful in its place. */
  Settings settings();

  /** What of the settings is not legible. */
  List<SettingsTrouble> settingsTroubles();

  /**
   * Whether the settings, or else the usual search, decide which engine is opened.
   *
   * @param engineUri the one place to try; empty for the usual search
   */
  boolean isEngineOfSettings(Optional<String> engineUri);

  /** What came of opening. */
  sealed interface Opened {
    /**
     * An engine answered.
     *
     * @param service its cache
     * @param connection to be closed when the verb is done
     * @param passedOver what should have named an engine before and did not
     */
    record Ready(CacheService service, Connection connection, List<EngineAttempt> passedOver)
        implements Opened {
      /** Copies the list, so that the record never changes. */
      public Ready {
        passedOver = List.copyOf(passedOver);
      }
    }

    /**
     * No engine answered.
     *
     * @param attempts every place that was tried, in order
     */
    record NoEngine(List<EngineAttempt> attempts) implements Opened {
      /** Copies the list, so that the record never changes. */
      public NoEngine {
        attempts = List.copyOf(attempts);
      }
    }
  }

  /** What is held open while a verb works. */
  interface Connection extends AutoCloseable {
    /** Lets go of it. Never fails. */
    @Override
    void close();
  }
}
