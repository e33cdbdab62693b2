package io.github.sandboxcache.domain.checkup;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.FollowedFile;
import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.LedgerLook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What was found about one topic. Texts of engines and systems in it are untrusted. */
public sealed interface Finding {
  /** What it is about. */
  default Topic topic() {
    return switch (this) {
      case EngineAnswers _, NoEngine _ -> Topic.ENGINE;
      case Allowed _, Denied _, PartlyAllowed _ -> Topic.PERMISSIONS;
      case Chosen _ -> Topic.CONTEXT;
      case EngineClock _ -> Topic.CLOCK;
      case Data _ -> Topic.DATA;
      case Ledger _ -> Topic.LEDGER;
      case PinsKnown _, PinsUnreadable _ -> Topic.PINS;
      case SettingsLegible _, SettingIgnored _ -> Topic.SETTINGS;
      case NoLog _, Log _ -> Topic.LOG;
      case Saves _ -> Topic.SAVES;
      case WithoutEngine given -> given.topic;
      case Room given -> given.topic;
    };
  }

  /** How bad it is. */
  default Grade grade() {
    return switch (this) {
      case EngineAnswers _, Allowed _, PinsKnown _, SettingsLegible _ -> Grade.OK;
      case NoEngine _, Denied _, PinsUnreadable _ -> Grade.PROBLEM;
      case PartlyAllowed _ -> Grade.WARNING;
      case WithoutEngine _ -> Grade.UNKNOWN;
      case Chosen given -> given.rated();
      case Room given -> given.rated();
      case EngineClock given -> given.rated();
      case Data given -> given.rated();
      case Ledger given -> given.rated();
      case SettingIgnored given -> given.rated();
      case NoLog given -> given.rated();
      case Log given -> given.rated();
      case Saves given -> given.rated();
    };
  }

  /** An engine answers. */
  record EngineAnswers(EngineDescription engine, EngineInfo info) implements Finding {}

  /**
   * No engine answers.
   *
   * @param attempts every place that was tried, never empty
   */
  record NoEngine(List<EngineAttempt> attempts) implements Finding {
    /** Copies the list, so that the record never changes. */
    public NoEngine {
      attempts = List.copyOf(attempts);
    }
  }

  /** An engine answers this user, at that endpoint. */
  record Allowed(String endpoint) implements Finding {}

  /** This user may not use an engine that is there. */
  record Denied(EngineAttempt attempt) implements Finding {}

  /** The engine lists images, and refuses to tell of itself, in those words. */
  record PartlyAllowed(String words) implements Finding {}

  /**
   * Which engine is used, and what named it.
   *
   * @param source an option, a variable, a context's name
   * @param passedOver what should have named another one and did not
   */
  record Chosen(String source, String endpoint, List<EngineAttempt> passedOver) implements Finding {
    /** Copies the list, so that the record never changes. */
    public Chosen {
      passedOver = List.copyOf(passedOver);
    }

    private Grade rated() {
      return passedOver.isEmpty() ? Grade.OK : Grade.WARNING;
    }
  }

  /** Nothing tells of that topic, as no engine answers. */
  record WithoutEngine(Topic topic) implements Finding {}

  /**
   * Free room.
   *
   * @param topic where: {@link Topic#DISK} or {@link Topic#ENGINE_DISK}
   * @param place the directory; empty where it is the engine's
   * @param freeBytes how much; empty where nothing tells
   */
  record Room(Topic topic, Optional<Path> place, OptionalLong freeBytes) implements Finding {
    private static final long FULL = 50_000_000;
    private static final long SCARCE = 1_000_000_000;

    private Grade rated() {
      if (freeBytes.isEmpty()) {
        return Grade.UNKNOWN;
      }
      long free = freeBytes.getAsLong();
      return free < FULL ? Grade.PROBLEM : free < SCARCE ? Grade.WARNING : Grade.OK;
    }
  }

  /**
   * How far the engine's clock is ahead of this machine's.
   *
   * @param ahead less than 0 where it is behind; empty where the engine does not tell its time
   */
  record EngineClock(Optional<Duration> ahead) implements Finding {
    /** Less is no matter to anything that goes by time. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private Grade rated() {
      return ahead
          .map(by -> by.abs().compareTo(TOLERATED) < 0 ? Grade.OK : Grade.WARNING)
          .orElse(Grade.UNKNOWN);
    }
  }

  /**
   * The directory of this app's data.
   *
   * @param owner whose it is; empty where that cannot be told
   * @param user who asks
   */
  record Data(Path place, State state, Optional<String> owner, String user) implements Finding {
    /** What stands there. */
    public enum State {
      /** A directory, in which can be written. */
      WRITABLE,
      /** Nothing yet; it can be made. */
      ABSENT,
      /** A directory in which nothing can be written, or nothing that can be made. */
      NOT_WRITABLE,
      /** Something else than a directory. */
      NO_DIRECTORY
    }

    /** Whether it belongs to somebody else than who asks. */
    public boolean isOfAnother() {
      return state == State.WRITABLE && owner.filter(name -> !name.equals(user)).isPresent();
    }

    private Grade rated() {
      return switch (state) {
        case WRITABLE -> isOfAnother() ? Grade.WARNING : Grade.OK;
        case ABSENT -> Grade.OK;
        case NOT_WRITABLE, NO_DIRECTORY -> Grade.PROBLEM;
      };
    }
  }

  /** The ledger. */
  record Ledger(LedgerLook look) implements Finding {
    private Grade rated() {
      return switch (look.health()) {
        case LedgerLook.Health.Absent _, LedgerLook.Health.Older _, LedgerLook.Health.Whole _ ->
            look.setAside().isEmpty() ? Grade.OK : Grade.WARNING;
        case LedgerLook.Health.Unmerged _ -> Grade.WARNING;
        case LedgerLook.Health.Unusable _ -> Grade.PROBLEM;
      };
    }
  }

  /** So many images are pinned. */
  record PinsKnown(int count) implements Finding {}

  /** The pins cannot be read, so nothing is removed. */
  record PinsUnreadable(PinTrouble trouble) implements Finding {}

  /** All settings can be read. */
  record SettingsLegible() implements Finding {}

  /** Something of the settings is not legible. */
  record SettingIgnored(SettingsTrouble trouble) implements Finding {
    private Grade rated() {
      return trouble.isAboutKeepNewest() || trouble.isAboutEngine() ? Grade.PROBLEM : Grade.WARNING;
    }
  }

  /**
   * No log is followed.
   *
   * @param lookups whether lookups are known all the same
   */
  record NoLog(boolean lookups) implements Finding {
    private Grade rated() {
      return lookups ? Grade.OK : Grade.WARNING;
    }
  }

  /**
   * A log that is followed.
   *
   * @param told what was found in it so far; empty where nothing tells
   */
  record Log(FollowedFile file, Optional<LedgerLook.LogTold> told) implements Finding {
    private Grade rated() {
      return file.problem()
          .map(Log::grade)
          .orElseGet(
              () -> told.filter(log -> log.events() > 0).isPresent() ? Grade.OK : Grade.WARNING);
    }

    private static Grade grade(FollowedLogState.Problem problem) {
      return switch (problem) {
        case UNREADABLE, NOT_VALID -> Grade.PROBLEM;
        case ABSENT, PACKED -> Grade.WARNING;
      };
    }
  }

  /**
   * Installs of the last 7 days that the sandbox did not save and whose image is not there.
   *
   * @param failed empty where nothing tells of any lookup
   */
  record Saves(Optional<FailedSaves> failed) implements Finding {
    private Grade rated() {
      return failed.map(Saves::grade).orElse(Grade.UNKNOWN);
    }

    private static Grade grade(FailedSaves failed) {
      if (failed.isEmpty()) {
        return Grade.OK;
      }
      // What nobody told of may have been saved and removed since.
      return failed.count() == 0 || failed.savedSince() ? Grade.WARNING : Grade.PROBLEM;
    }
  }
}
