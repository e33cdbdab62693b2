package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A listing shows the cache as it is once what killed installs left behind is gone. */
class CacheServiceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Of an install that began two days ago on some other machine. */
  private static final Map<String, String> LEFTOVER_LABELS =
      Map.of(
          "io.github.sandboxcache.install.token", "0badcafe",
          "io.github.sandboxcache.install.host", "another-host",
          "io.github.sandboxcache.install.pid", "1",
          "io.github.sandboxcache.install.process-start", "2026-02-27T12:00:00Z",
          "io.github.sandboxcache.install.created", "2026-02-27T12:00:00Z");

  private static final EngineContainer USERS = container("u", "web-1", Map.of());
  private static final EngineContainer LEFTOVER =
      container("l", "sandbox-cache-install-0123456789ab-0badcafe", LEFTOVER_LABELS);

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  /** Of an install that was killed two days ago before the image had its name. */
  private static EngineImage leftoverImage() {
    Map<String, String> labels = new HashMap<>();
    LEFTOVER_LABELS.keySet().forEach(name -> labels.put(name, ""));
    labels.put("io.github.sandboxcache.install.token", "0badcafe");
    labels.putAll(ImageLabels.of(Language.GO, List.of("a.b/c"), "golang:1", "sha256:0", "1"));
    return new EngineImage(
        "sha256:1",
        List.of(),
        OptionalLong.of(1),
        OptionalLong.empty(),
        Optional.of(NOW.minus(Duration.ofDays(2))),
        Optional.of("sha256:0"),
        labels);
  }

  private static EngineContainer container(String id, String name, Map<String, String> labels) {
    return new EngineContainer(id, name, "sha256:0", "x", false, labels);
  }

  @Test
  void imagesAreListedWhileTheContainersAreNotKnown() {
    ScriptedEngine engine = new ScriptedEngine(image("sha256:1", "mcp-sandbox-go:aaaaaaaaaaaa"));
    engine.fail("containers", 1);

    Catalog catalog = service(engine).list();

    assertThat(catalog.cached()).hasSize(1);
    assertThat(catalog.snapshot().containers())
        .isInstanceOfSatisfying(
            Containers.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("no answer from unix:///scripted"));
  }

  @Test
  void whatOneContainerDoesNotTellIsSaid() {
    ScriptedEngine engine = new ScriptedEngine(image("sha256:1", "mcp-sandbox-go:aaaaaaaaaaaa"));
    engine.broken(
        new EngineContainer(
            "dead", "dead", "sha256:1", "mcp-sandbox-go:aaaaaaaaaaaa", false, Map.of()));
    CacheService service = service(engine);

    assertThat(service.catchUp(service.list()))
        .hasValueSatisfying(why -> assertThat(why).hasMessage("layer does not exist"));
  }

  private final SqliteLedger ledger = Ledgers.empty();

  private CacheService service(ContainerEngine engine) {
    return service(engine, InstallResult.failed(Duration.ZERO, List.of()));
  }

  private CacheService service(ContainerEngine engine, InstallResult install) {
    return new CacheService(
        engine,
        (_, _, _) -> install,
        Inspectors.of(engine),
        ledger,
        ledger,
        new PinsInMemory(),
        LayerStore.NONE,
        TestArchives.none(engine),
        TestLocks.create(),
        clock);
  }

  private SampleEngine engineWithLeftovers() {
    return new SampleEngine(
        new SampleCache(List.of(leftoverImage()), List.of(USERS, LEFTOVER)), clock, Duration.ZERO);
  }

  @Test
  void aListChangesNothing() {
    SampleEngine engine = engineWithLeftovers();

    EngineSnapshot listed = service(engine).list().snapshot();

    assertThat(listed.images()).containsExactly(leftoverImage());
    assertThat(listed.containers().listed()).containsExactly(USERS, LEFTOVER);
    assertThat(engine.images()).isEqualTo(listed.images());
    assertThat(engine.containers()).isEqualTo(listed.containers().listed());
  }

  @Test
  void tidyingRemovesWhatKilledInstallsLeftBehind() {
    SampleEngine engine = engineWithLeftovers();
    CacheService service = service(engine);

    service.tidy(service.list().snapshot());

    assertThat(engine.images()).isEmpty();
    assertThat(engine.containers()).containsExactly(USERS);
  }

  @Test
  void whileContainersAreNotKnownNoImageIsALeftover() {
    EngineImage image = leftoverImage();
    ScriptedEngine engine = new ScriptedEngine(image);
    engine.fail("containers", 1);
    CacheService service = service(engine);

    service.tidy(service.list().snapshot());

    assertThat(engine.images()).containsExactly(image);
  }

  @Test
  void anInstallRemovesWhatEarlierOnesLeftBehindAndAHitDoesNot() {
    SampleEngine engine = engineWithLeftovers();
    InstallRequest request =
        new InstallRequest(
            Language.GO, List.of("a.b/c"), Optional.empty(), Optional.empty(), Optional.empty());

    InstallResult hit = InstallResult.hit(request, Duration.ZERO);
    InstallResult _ =
        service(engine, hit)
            .installs()
            .install(request, Origin.WINDOW, ProgressListener.NONE, new Cancellation());
    assertThat(engine.containers()).contains(LEFTOVER);

    InstallResult failed = InstallResult.failed(Duration.ZERO, List.of());
    InstallResult _ =
        service(engine, failed)
            .installs()
            .install(request, Origin.WINDOW, ProgressListener.NONE, new Cancellation());
    assertThat(engine.containers()).containsExactly(USERS);
    assertThat(engine.images()).isEmpty();
  }

  private List<Operation> installedWith(InstallResult result) {
    InstallRequest request = InstallRequest.of(Language.GO, List.of("a.b/c"));
    InstallResult _ =
        service(engineWithLeftovers(), result)
            .installs()
            .install(request, Origin.WINDOW, ProgressListener.NONE, new Cancellation());
    return ledger.operations(Optional.empty(), 9);
  }

  private static ImageState state(List<Operation> operations) {
    assertThat(operations).hasSize(1);
    assertThat(operations.getFirst().ending()).isPresent();
    return operations.getFirst().images().getFirst().state();
  }

  @Test
  void anInstallIsInTheJournalAndAHitIsNot() {
    InstallRequest request = InstallRequest.of(Language.GO, List.of("a.b/c"));
    assertThat(installedWith(InstallResult.hit(request, Duration.ZERO))).isEmpty();
    List<Operation> operations = installedWith(InstallResult.installed(request, Duration.ZERO));
    assertThat(state(operations)).isEqualTo(new ImageState.Done());
    assertThat(operations.getFirst().images().getFirst().packages()).contains(List.of("a.b/c"));
  }

  @Test
  void theJournalKeepsWhatThePackageManagerSaidLast() {
    InstallProblem refused =
        new InstallProblem.CommandFailed("go install", 1, List.of("first", "no such module", ""));
    assertThat(state(installedWith(InstallResult.failed(Duration.ZERO, List.of(refused)))))
        .isEqualTo(new ImageState.Failed(Optional.of("no such module")));
  }

  @Test
  void aCancelledInstallDidNotFail() {
    InstallResult cancelled =
        InstallResult.failed(Duration.ZERO, List.of(new InstallProblem.Cancelled()));
    assertThat(state(installedWith(cancelled)))
        .isEqualTo(new ImageState.Kept(new KeepReason.Cancelled()));
  }
}
