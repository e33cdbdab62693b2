package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.checkup.Finding;
import io.github.sandboxcache.domain.checkup.Grade;
import io.github.sandboxcache.domain.checkup.Topic;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.usage.LedgerLook;
import io.github.sandboxcache.domain.usage.LedgerLook.Health;
import io.github.sandboxcache.domain.usage.LedgerLook.LogTold;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What was found, and what to do about it, in words. Untrusted parts are made harmless. */
public final class FindingText {
  private FindingText() {}

  /** What was looked at. */
  public static String topic(Topic topic) {
    return Texts.text("doctor.topic." + topic.name());
  }

  /** How bad it is, in one word. */
  public static String grade(Grade grade) {
    return Texts.text("doctor.grade." + grade.name());
  }

  /** What was found. */
  public static String found(Finding finding, Instant now) {
    return switch (finding) {
      case Finding.EngineAnswers answers -> engine(answers);
      case Finding.NoEngine none -> Texts.text("doctor.engine.none", attempts(none.attempts()));
      case Finding.Allowed allowed ->
          Texts.text("doctor.permissions.allowed", PlainText.line(allowed.endpoint()));
      case Finding.Denied denied -> attempt(denied.attempt());
      case Finding.PartlyAllowed partly ->
          Texts.text("doctor.permissions.partly", PlainText.line(partly.words()));
      case Finding.Chosen chosen -> chosen(chosen);
      case Finding.WithoutEngine _ -> Texts.text("doctor.without-engine");
      case Finding.Room room -> room(room);
      case Finding.EngineClock clock -> clock(clock.ahead());
      case Finding.Data data ->
          Texts.text(
              data.isOfAnother() ? "doctor.data.OTHER" : "doctor.data." + data.state().name(),
              path(data.place()),
              PlainText.line(data.owner().orElse("")));
      case Finding.Ledger ledger -> ledger(ledger.look());
      case Finding.PinsKnown pins -> Texts.text("doctor.pins", pins.count());
      case Finding.PinsUnreadable pins -> PinTroubleText.what(pins.trouble());
      case Finding.SettingsLegible _ -> Texts.text("doctor.settings");
      case Finding.SettingIgnored setting -> SettingsTroubleText.what(setting.trouble());
      case Finding.NoLog log ->
          Texts.text(log.lookups() ? "doctor.log.none" : "doctor.log.none.nothing");
      case Finding.Log log -> log(log, now);
      case Finding.Saves saves -> saves(saves);
    };
  }

  /** What to do; empty where nothing has to be done, or nothing can. */
  public static Optional<String> advice(Finding finding) {
    if (finding.grade() == Grade.OK || finding.grade() == Grade.UNKNOWN) {
      return Optional.empty();
    }
    return switch (finding) {
      case Finding.NoEngine _ -> Optional.of(Texts.text("cli.no-engine.help"));
      case Finding.Denied denied ->
          Optional.of(
              Texts.text(
                  denied.attempt().source() == EngineAttempt.Source.DOCKER_SOCKET
                      ? "cli.no-engine.not-allowed"
                      : "doctor.permissions.denied.advice"));
      case Finding.PartlyAllowed _ -> Optional.of(Texts.text("doctor.permissions.partly.advice"));
      case Finding.Chosen _ -> Optional.of(Texts.text("doctor.context.advice"));
      case Finding.Room _ -> Optional.of(Texts.text("doctor.room.advice"));
      case Finding.EngineClock _ -> Optional.of(Texts.text("doctor.clock.advice"));
      case Finding.Data data ->
          Optional.of(
              Texts.text(
                  data.isOfAnother() ? "doctor.data.advice.other" : "doctor.data.advice",
                  path(data.place()),
                  PlainText.line(data.user())));
      case Finding.Ledger ledger -> Optional.of(ledgerAdvice(ledger.look()));
      case Finding.PinsUnreadable pins -> Optional.of(PinTroubleText.advice(pins.trouble()));
      case Finding.SettingIgnored setting ->
          Optional.of(Texts.text("doctor.settings.advice", path(setting.trouble().file())));
      case Finding.NoLog _ -> Optional.of(Texts.text("doctor.log.none.advice"));
      case Finding.Log log ->
          Optional.of(
              Texts.text(
                  "doctor.log.advice."
                      + log.file().problem().map(Enum::name).orElse("WITHOUT_EVENTS")));
      case Finding.Saves saves ->
          saves.failed().map(failed -> Texts.text("doctor.saves.advice", SavesText.help(failed)));
      case Finding.EngineAnswers _,
          Finding.Allowed _,
          Finding.WithoutEngine _,
          Finding.PinsKnown _,
          Finding.SettingsLegible _ ->
          Optional.empty();
    };
  }

  private static String engine(Finding.EngineAnswers answers) {
    if (answers.engine().sample()) {
      return Texts.text("doctor.engine.sample");
    }
    return Texts.text(
        "doctor.engine",
        PlainText.line(answers.engine().product() + " " + answers.engine().version()),
        PlainText.line(answers.engine().apiVersion()),
        answers
            .info()
            .imageStore()
            .map(PlainText::line)
            .orElseGet(() -> Texts.text("doctor.unknown")),
        PlainText.line(answers.engine().endpoint()));
  }

  private static String attempts(List<EngineAttempt> attempts) {
    return attempts.stream().map(FindingText::attempt).collect(Collectors.joining(" "));
  }

  private static String attempt(EngineAttempt attempt) {
    return Texts.text(
        "doctor.attempt",
        PlainText.line(attempt.place()),
        AttemptText.source(attempt.source()),
        AttemptText.explanation(attempt));
  }

  private static String chosen(Finding.Chosen chosen) {
    String named =
        Texts.text(
            "doctor.context", PlainText.line(chosen.source()), PlainText.line(chosen.endpoint()));
    return chosen.passedOver().isEmpty() ? named : named + " " + attempts(chosen.passedOver());
  }

  private static String room(Finding.Room room) {
    OptionalLong free = room.freeBytes();
    String place = room.place().map(FindingText::path).orElseGet(() -> Texts.text("doctor.there"));
    return free.isPresent()
        ? Texts.text("doctor.room", DecimalSize.of(free.getAsLong()), place)
        : Texts.text("doctor.room.unknown", place);
  }

  private static String clock(Optional<Duration> ahead) {
    return ahead
        .map(
            by -> {
              String key = by.isZero() ? "same" : by.isNegative() ? "behind" : "ahead";
              return Texts.text("doctor.clock." + key, RelativeTime.length(by.abs()));
            })
        .orElseGet(() -> Texts.text("doctor.clock.unknown"));
  }

  private static String ledger(LedgerLook look) {
    String place = path(look.place());
    String state =
        switch (look.health()) {
          case Health.Absent _ -> Texts.text("doctor.ledger.absent", place);
          case Health.Whole _ ->
              Texts.text("doctor.ledger.whole", place, DecimalSize.of(look.bytes()));
          case Health.Older _ -> Texts.text("doctor.ledger.older", place);
          case Health.Unmerged _ -> Texts.text("doctor.ledger.unmerged", place);
          case Health.Unusable unusable -> LedgerText.why(unusable.why());
        };
    return look.setAside().isEmpty()
        ? state
        : state
            + " "
            + Texts.text(
                "doctor.ledger.aside",
                look.setAside().stream().map(FindingText::path).collect(Collectors.joining(", ")));
  }

  private static String ledgerAdvice(LedgerLook look) {
    return switch (look.health()) {
      case Health.Unusable unusable ->
          Texts.text("doctor.ledger.advice." + unusable.why().reason().name());
      case Health.Unmerged _ -> Texts.text("doctor.ledger.advice.UNMERGED");
      case Health.Absent _, Health.Whole _, Health.Older _ ->
          Texts.text("doctor.ledger.advice.aside");
    };
  }

  private static String log(Finding.Log log, Instant now) {
    String path = PlainText.line(log.file().path());
    return log.file()
        .problem()
        .map(problem -> Texts.text("doctor.log." + problem.name(), path))
        .orElseGet(() -> events(path, log.told(), now));
  }

  private static String events(String path, Optional<LogTold> told, Instant now) {
    long events = told.map(LogTold::events).orElse(0L);
    return told.flatMap(LogTold::last)
        .map(
            last ->
                Texts.text(
                    "doctor.log.last", path, events, RelativeTime.ago(Optional.of(last), now)))
        .orElseGet(() -> Texts.text("doctor.log.events", path, events));
  }

  private static String saves(Finding.Saves saves) {
    return saves
        .failed()
        .map(
            failed -> failed.isEmpty() ? Texts.text("doctor.saves.none") : SavesText.inWeek(failed))
        .orElseGet(() -> Texts.text("doctor.saves.unknown"));
  }

  private static String path(Path path) {
    return PlainText.line(path.toString());
  }
}
