package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.files.JsonPinStore;
import io.github.sandboxcache.adapter.files.JsonSettingsStore;
import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sandboxlog.LogsPresent;
import io.github.sandboxcache.adapter.sqlite.LedgerCheckup;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.checkup.Finding;
import io.github.sandboxcache.domain.checkup.Grade;
import io.github.sandboxcache.domain.checkup.Topic;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.LedgerLook.Health;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.FailingCall;
import io.github.sandboxcache.text.FindingText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each check, where all is well and where it is not; and that looking changes nothing. */
class DoctorTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final CacheReference NUMPY = new CacheReference(Language.PYTHON, "fdb37b5342ea");
  private static final EngineAttempt DENIED =
      new EngineAttempt("/var/run/docker.sock", Source.DOCKER_SOCKET, Failure.NOT_ALLOWED, "");
  private static final EngineAttempt ABSENT =
      new EngineAttempt("broken", Source.CONTEXT, Failure.NOT_THERE, "");

  @TempDir private Path home;
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  private AppDirectories directories() {
    return AppDirectories.under(home);
  }

  private List<Finding> examine(Outcome outcome) {
    AppDirectories directories = directories();
    return new Doctor(
            directories,
            owner(),
            new JsonSettingsStore(directories.settingsFile()),
            new JsonPinStore(directories.pinsFile()),
            new LedgerCheckup(directories.usageFile(), clock),
            new LogsPresent(home),
            clock)
        .examine(outcome)
        .findings();
  }

  private String owner() {
    try {
      return Files.getOwner(home).getName();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Finding finding(Topic topic, Outcome outcome) {
    List<Finding> about =
        examine(outcome).stream().filter(found -> found.topic() == topic).toList();
    assertThat(about).as(topic.name()).hasSize(1);
    return about.getFirst();
  }

  private Finding finding(Topic topic) {
    return finding(topic, without(ABSENT));
  }

  private static Outcome without(EngineAttempt attempt) {
    return new Outcome.NoEngine(List.of(attempt));
  }

  private Outcome engine(EngineInfo info, EngineAttempt... passedOver) {
    return new Outcome.Connected(
        FailingCall.answering(
            ContainerEngine.class,
            new SampleEngine(
                new SampleCache(List.of(Images.image("1", NUMPY.toString())), List.of()),
                clock,
                Duration.ZERO),
            "info",
            () -> info),
        List.of(passedOver));
  }

  private static EngineInfo info(long secondsAhead, long free) {
    return new EngineInfo(
        Optional.of("overlay2"), Optional.of(NOW.plusSeconds(secondsAhead)), OptionalLong.of(free));
  }

  private void record(UsageFact... facts) {
    try (SqliteLedger ledger =
        SqliteLedger.at(directories().usageFile(), (_, name) -> name, clock)) {
      int _ = ledger.record(List.of(facts));
    }
  }

  private static UsageFact fact(FactKind kind, int identity) {
    return UsageFact.of(
        NOW.minusSeconds(60L * identity), kind, NUMPY, FactSource.log("x"), identity);
  }

  private void follow(String pattern) throws IOException {
    write(directories().settingsFile(), "{\"followedLogs\": [\"" + pattern + "\"]}");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void everyTopicIsLookedAtWithAndWithoutAnEngineInTheSameOrder() {
    for (Outcome outcome : List.of(without(ABSENT), engine(info(0, 50_000_000_000L)))) {
      assertThat(examine(outcome)).extracting(Finding::topic).containsExactly(Topic.values());
    }
  }

  @Test
  void anEngineThatAnswersIsNamedWithItsStore() {
    EngineDescription docker =
        new EngineDescription(
            "Docker",
            "28.5.2",
            "1.51",
            "unix:///var/run/docker.sock",
            "default",
            ReferenceNaming.DOCKER,
            false);
    Finding found = new Finding.EngineAnswers(docker, info(0, 1));
    assertThat(FindingText.found(found, NOW))
        .isEqualTo("Docker 28.5.2, API 1.51, image store overlay2, at unix:///var/run/docker.sock");
    assertThat(finding(Topic.ENGINE, engine(info(0, 1))).grade()).isEqualTo(Grade.OK);
    assertThat(finding(Topic.ENGINE).grade()).isEqualTo(Grade.PROBLEM);
  }

  @Test
  void whoMayNotUseTheSocketLearnsHowToGetPermission() {
    Finding denied = finding(Topic.PERMISSIONS, without(DENIED));
    assertThat(denied.grade()).isEqualTo(Grade.PROBLEM);
    assertThat(FindingText.advice(denied).orElseThrow()).contains("usermod -aG docker");
    assertThat(finding(Topic.PERMISSIONS, without(ABSENT)).grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(finding(Topic.PERMISSIONS, engine(info(0, 1))).grade()).isEqualTo(Grade.OK);
  }

  @Test
  void anEngineThatTellsNothingOfItselfIsUsedNevertheless() {
    ContainerEngine silent =
        FailingCall.of(
            ContainerEngine.class,
            new SampleEngine(SampleCache.believable(NOW), clock, Duration.ZERO),
            "info",
            new EngineRefusedException(403, "forbidden by policy"));
    List<Finding> found = examine(new Outcome.Connected(silent));
    assertThat(found)
        .filteredOn(each -> each.topic() == Topic.PERMISSIONS)
        .containsExactly(new Finding.PartlyAllowed("forbidden by policy"));
    assertThat(found)
        .filteredOn(each -> each.topic() == Topic.CLOCK || each.topic() == Topic.ENGINE_DISK)
        .extracting(Finding::grade)
        .containsOnly(Grade.UNKNOWN);
  }

  @Test
  void aContextThatWasPassedOverIsAWarning() {
    assertThat(finding(Topic.CONTEXT, engine(info(0, 1))).grade()).isEqualTo(Grade.OK);
    Finding passed = finding(Topic.CONTEXT, engine(info(0, 1), ABSENT));
    assertThat(passed.grade()).isEqualTo(Grade.WARNING);
    assertThat(FindingText.found(passed, NOW)).contains("broken");
  }

  @Test
  void littleRoomIsAWarningAndNoneAProblem() {
    assertThat(finding(Topic.ENGINE_DISK, engine(info(0, 2_000_000_000))).grade())
        .isEqualTo(Grade.OK);
    assertThat(finding(Topic.ENGINE_DISK, engine(info(0, 999_999_999))).grade())
        .isEqualTo(Grade.WARNING);
    assertThat(finding(Topic.ENGINE_DISK, engine(info(0, 49_999_999))).grade())
        .isEqualTo(Grade.PROBLEM);
    assertThat(finding(Topic.ENGINE_DISK, engine(EngineInfo.UNKNOWN)).grade())
        .isEqualTo(Grade.UNKNOWN);
    assertThat(finding(Topic.DISK)).isInstanceOf(Finding.Room.class);
  }

  @Test
  void clocksThatDifferAreAWarningThatSaysByHowMuch() {
    assertThat(finding(Topic.CLOCK, engine(info(4, 1))).grade()).isEqualTo(Grade.OK);
    Finding behind = finding(Topic.CLOCK, engine(info(-7_200, 1)));
    assertThat(behind.grade()).isEqualTo(Grade.WARNING);
    assertThat(FindingText.found(behind, NOW))
        .isEqualTo("The engine\u2019s clock is 2 h 0 min behind this one.");
    assertThat(finding(Topic.CLOCK, engine(EngineInfo.UNKNOWN)).grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  void theDataDirectoryMayBeMissingButNotBlocked() throws IOException {
    assertThat(FindingText.found(finding(Topic.DATA), NOW)).contains("is not there yet");
    Files.createDirectories(directories().data());
    assertThat(finding(Topic.DATA).grade()).isEqualTo(Grade.OK);
    assertThat(
            new Finding.Data(home, Finding.Data.State.WRITABLE, Optional.of("root"), "ada").grade())
        .isEqualTo(Grade.WARNING);
    Files.delete(directories().data());
    Files.writeString(directories().data(), "in the way");
    assertThat(finding(Topic.DATA).grade()).isEqualTo(Grade.PROBLEM);
  }

  @Test
  void aLedgerIsReadToItsEnd() throws IOException {
    assertThat(finding(Topic.LEDGER).grade()).isEqualTo(Grade.OK);
    record(fact(FactKind.HIT, 1));
    Finding.Ledger whole = (Finding.Ledger) finding(Topic.LEDGER);
    assertThat(whole.look().health()).isEqualTo(new Health.Whole());
    assertThat(whole.look().bytes()).isPositive();

    byte[] bytes = Files.readAllBytes(directories().usageFile());
    Arrays.fill(bytes, 3 * 4_096, bytes.length, (byte) 0x5a);
    Files.write(directories().usageFile(), bytes);
    Finding damaged = finding(Topic.LEDGER);
    assertThat(damaged.grade()).isEqualTo(Grade.PROBLEM);
    assertThat(FindingText.found(damaged, NOW)).contains("is damaged");
  }

  @Test
  void whatWasSetAsideOnceIsNamed() throws IOException {
    record(fact(FactKind.HIT, 1));
    Path aside = directories().usageFile().resolveSibling("usage.db.damaged-20260101T000000Z");
    Files.writeString(aside, "x");
    Files.writeString(aside.resolveSibling(aside.getFileName() + "-wal"), "x");
    Finding found = finding(Topic.LEDGER);
    assertThat(found.grade()).isEqualTo(Grade.WARNING);
    assertThat(((Finding.Ledger) found).look().setAside()).containsExactly(aside);
    assertThat(FindingText.found(found, NOW)).contains(aside.toString());
  }

  @Test
  void pinsAndSettingsThatAreNotLegibleAreToldWithTheirFile() throws IOException {
    assertThat(finding(Topic.PINS).grade()).isEqualTo(Grade.OK);
    assertThat(finding(Topic.SETTINGS).grade()).isEqualTo(Grade.OK);
    write(directories().pinsFile(), "{");
    write(directories().settingsFile(), "{\"keepNewestPerLanguage\": \"many\"}");
    assertThat(finding(Topic.PINS).grade()).isEqualTo(Grade.PROBLEM);
    Finding settings = finding(Topic.SETTINGS);
    assertThat(settings.grade()).isEqualTo(Grade.PROBLEM);
    assertThat(FindingText.advice(settings).orElseThrow())
        .contains(directories().settingsFile().toString());
    write(directories().settingsFile(), "{\"theme\": \"pink\"}");
    assertThat(finding(Topic.SETTINGS).grade()).isEqualTo(Grade.WARNING);
  }

  @Test
  void eachFollowedLogIsLookedAt() throws IOException {
    assertThat(finding(Topic.LOG).grade()).as("nothing is known").isEqualTo(Grade.WARNING);
    record(fact(FactKind.HIT, 1));
    assertThat(finding(Topic.LOG).grade()).as("wrapped, for instance").isEqualTo(Grade.OK);

    Path log = home.resolve("sandbox.log");
    follow(log.toString());
    assertThat(FindingText.found(finding(Topic.LOG), NOW)).isEqualTo(log + " is not there.");
    Files.writeString(log, "nothing of interest\n");
    assertThat(FindingText.found(finding(Topic.LOG), NOW)).isEqualTo(log + ": 0 events.");
    Files.delete(log);
    Files.createDirectory(log);
    assertThat(finding(Topic.LOG).grade()).isEqualTo(Grade.PROBLEM);
    follow("sandbox.log");
    assertThat(finding(Topic.LOG).grade()).as("not absolute").isEqualTo(Grade.PROBLEM);
  }

  @Test
  void savesThatFailedAreAProblemUntilTheirImageIsThere() {
    assertThat(finding(Topic.SAVES).grade()).isEqualTo(Grade.UNKNOWN);
    record(fact(FactKind.MISS, 2));
    assertThat(finding(Topic.SAVES).grade()).isEqualTo(Grade.OK);
    record(fact(FactKind.UNSAVED, 1).withReason("invalid tag format"));
    Finding failed = finding(Topic.SAVES);
    assertThat(failed.grade()).isEqualTo(Grade.PROBLEM);
    assertThat(FindingText.found(failed, NOW))
        .isEqualTo("1 install in 7 days was not saved: the engine refused the tag.");
    assertThat(FindingText.advice(failed).orElseThrow()).contains("sandbox-cache prewarm");
    assertThat(finding(Topic.SAVES, engine(info(0, 1))).grade())
        .as("found by its name")
        .isEqualTo(Grade.OK);
  }

  @Test
  void aMissThatNothingFollowsIsAWarningOnceItIsOldEnough() {
    record(fact(FactKind.MISS, 9));
    assertThat(finding(Topic.SAVES).grade()).as("it may still be installed").isEqualTo(Grade.OK);
    record(fact(FactKind.MISS, 11));
    Finding unexplained = finding(Topic.SAVES);
    assertThat(unexplained.grade()).isEqualTo(Grade.WARNING);
    assertThat(FindingText.found(unexplained, NOW))
        .isEqualTo("1 install in 7 days is not in the cache: why is unknown.");
    assertThat(finding(Topic.SAVES, engine(info(0, 1))).grade())
        .as("found by its name")
        .isEqualTo(Grade.OK);
  }

  @Test
  void lookingChangesNothing() throws IOException {
    List<Finding> _ = examine(without(ABSENT));
    assertThat(home).isEmptyDirectory();

    record(fact(FactKind.HIT, 1));
    follow(home.resolve("sandbox.log").toString());
    write(home.resolve("sandbox.log"), "x\n");
    write(directories().pinsFile(), "{");
    Map<Path, List<Object>> before = files();
    List<Finding> _ = examine(without(ABSENT));
    assertThat(files()).isEqualTo(before);
  }

  private Map<Path, List<Object>> files() throws IOException {
    Map<Path, List<Object>> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        FileTime modified = Files.getLastModifiedTime(file);
        String text =
            Files.isDirectory(file)
                ? ""
                : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        files.put(file, List.of(modified, text));
      }
    }
    return files;
  }
}
