package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.checkup.Checkup;
import io.github.sandboxcache.domain.checkup.Finding;
import io.github.sandboxcache.domain.checkup.Topic;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.FollowedFile;
import io.github.sandboxcache.domain.usage.LedgerInspection;
import io.github.sandboxcache.domain.usage.LedgerLook;
import io.github.sandboxcache.domain.usage.LedgerLook.Told;
import io.github.sandboxcache.domain.usage.LogPresence;
import io.github.sandboxcache.domain.usage.UsageRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything that may be wrong, and changes nothing: no file is made, written or moved,
 * and no log is read on.
 *
 * @param user the name of who asks
 */
public record Doctor(
    AppDirectories directories,
    String user,
    SettingsStore settings,
    PinStore pins,
    LedgerInspection ledger,
    LogPresence logs,
    Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

  /**
   * Looks at all of it. Never fails.
   *
   * @param outcome what came of looking for an engine, which stays open
   */
  public Checkup examine(Outcome outcome) {
    Instant now = clock.instant();
    LedgerLook found = ledger.look(UsageRange.WEEK.endingAt(now), now);
    List<Finding> findings = new ArrayList<>();
    switch (outcome) {
      case Outcome.NoEngine(List<EngineAttempt> attempts) -> withoutEngine(attempts, findings);
      case Outcome.Connected connected -> engine(connected, findings);
    }
    Path data = directories.data();
    findings.add(data(data));
    findings.add(room(data));
    findings.add(new Finding.Ledger(found));
    findings.add(
        switch (pins.read()) {
          case Pins.Known known -> new Finding.PinsKnown(known.references().size());
          case Pins.Unreadable unreadable -> new Finding.PinsUnreadable(unreadable.trouble());
        });
    settings(findings);
    logs(found.told(), findings);
    findings.add(saves(found.told(), outcome));
    return new Checkup(findings);
  }

  private static void withoutEngine(List<EngineAttempt> attempts, List<Finding> findings) {
    findings.add(new Finding.NoEngine(attempts));
    findings.add(
        attempts.stream()
            .filter(attempt -> attempt.failure() == Failure.NOT_ALLOWED)
            .findFirst()
            .<Finding>map(Finding.Denied::new)
            .orElseGet(() -> new Finding.WithoutEngine(Topic.PERMISSIONS)));
    findings.add(new Finding.WithoutEngine(Topic.CONTEXT));
    findings.add(new Finding.WithoutEngine(Topic.ENGINE_DISK));
    findings.add(new Finding.WithoutEngine(Topic.CLOCK));
  }

  private void engine(Outcome.Connected connected, List<Finding> findings) {
    ContainerEngine engine = connected.engine();
    String endpoint = engine.description().endpoint();
    EngineInfo info = EngineInfo.UNKNOWN;
    Finding permissions = new Finding.Allowed(endpoint);
    Instant before = clock.instant();
    try {
      info = engine.info();
    } catch (EngineException e) {
      LOG.info("the engine tells nothing of itself", e);
      permissions = new Finding.PartlyAllowed(String.valueOf(e.getMessage()));
    }
    Instant after = clock.instant();
    findings.add(new Finding.EngineAnswers(engine.description(), info));
    findings.add(permissions);
    findings.add(
        new Finding.Chosen(engine.description().source(), endpoint, connected.passedOver()));
    findings.add(new Finding.Room(Topic.ENGINE_DISK, Optional.empty(), info.freeDiskBytes()));
    findings.add(new Finding.EngineClock(info.time().map(time -> ahead(time, before, after))));
  }

  /** Somewhere between question and answer the engine read its clock. */
  private static Duration ahead(Instant time, Instant before, Instant after) {
    if (time.isBefore(before)) {
      return Duration.between(before, time);
    }
    return time.isAfter(after) ? Duration.between(after, time) : Duration.ZERO;
  }

  private Finding data(Path place) {
    Path there = existing(place);
    boolean isThere = there.equals(place.toAbsolutePath());
    Finding.Data.State state;
    if (!Files.isDirectory(there)) {
      state = Finding.Data.State.NO_DIRECTORY;
    } else if (!Files.isWritable(there)) {
      state = Finding.Data.State.NOT_WRITABLE;
    } else {
      state = isThere ? Finding.Data.State.WRITABLE : Finding.Data.State.ABSENT;
    }
    return new Finding.Data(place, state, isThere ? owner(there) : Optional.empty(), user);
  }

  private static Optional<String> owner(Path there) {
    try {
      return Optional.of(Files.getOwner(there).getName());
    } catch (IOException | UnsupportedOperationException e) {
      LOG.info("whose {} is cannot be told", there, e);
      return Optional.empty();
    }
  }

  private static Finding room(Path place) {
    // Not Files.getFileStore: without a table of mounts it fails.
    var there = existing(place).toFile();
    return new Finding.Room(
        Topic.DISK,
        Optional.of(place),
        there.getTotalSpace() > 0 ? OptionalLong.of(there.getUsableSpace()) : OptionalLong.empty());
  }

  /** The place itself or, as long as it is not there, the directory in which it would be made. */
  private static Path existing(Path place) {
    Path there = place.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private void settings(List<Finding> findings) {
    List<SettingsTrouble> troubles = settings.troubles();
    if (troubles.isEmpty()) {
      findings.add(new Finding.SettingsLegible());
    }
    troubles.forEach(trouble -> findings.add(new Finding.SettingIgnored(trouble)));
  }

  private void logs(Optional<Told> told, List<Finding> findings) {
    List<String> followed = settings.current().usage().followedLogs();
    if (followed.isEmpty()) {
      findings.add(new Finding.NoLog(told.flatMap(Told::lastLookup).isPresent()));
    }
    for (FollowedFile file : logs.look(followed)) {
      findings.add(new Finding.Log(file, told.map(Told::logs).map(each -> each.get(file.path()))));
    }
  }

  private static Finding saves(Optional<Told> told, Outcome outcome) {
    Optional<FailedSaves> failed =
        told.filter(each -> each.lastLookup().isPresent() || !each.saves().isEmpty())
            .map(Told::saves);
    return new Finding.Saves(
        outcome instanceof Outcome.Connected(ContainerEngine engine, var _)
            ? failed.map(saves -> saves.without(there(saves, engine)))
            : failed);
  }

  /** As a sandbox finds them: by their names. */
  private static List<CacheReference> there(FailedSaves saves, ContainerEngine engine) {
    try {
      return saves.references().stream()
          .filter(reference -> engine.image(reference.toString()).isPresent())
          .toList();
    } catch (EngineException e) {
      LOG.info("which images are there now is not known", e);
      return List.of();
    }
  }
}
