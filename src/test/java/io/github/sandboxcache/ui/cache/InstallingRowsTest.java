package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.history.PlannedImage.ToMake;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.InstallingImages;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.cache.TableContent.Group;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** Guards that an image has a row from the start of its install, and only while it is made. */
class InstallingRowsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");
  private static final List<String> PACKAGES = List.of("pandas==2.2.3", "polars");
  private static final CacheReference PANDAS =
      InstallRequest.of(Language.PYTHON, PACKAGES).reference();
  private static final CacheReference AXUM =
      InstallRequest.of(Language.RUST, List.of("axum@0.7.7")).reference();
  private static final CacheReference ANYIO =
      InstallRequest.of(Language.PYTHON, List.of("anyio")).reference();
  private static final TaskResult DONE = () -> true;
  private static final TaskResult FAILED = InstallResult.failed(Duration.ZERO, List.of());

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final SampleEngine engine =
      new SampleEngine(SampleCache.believable(NOW), clock, Duration.ZERO);
  private final FakeSession session = session(engine.description());
  private FakeSession next = session;
  private final EngineModel engines =
      new EngineModel(
          new EngineOpener(
              _ -> new EngineConnector.Outcome.Connected(engine), () -> engine, _ -> next),
          TestThreads.direct(),
          clock);
  private final Ticker ticker = new Ticker(clock);
  private final CacheModel cache =
      new CacheModel(
          engines, new SimpleObjectProperty<>(Settings.DEFAULT), TestThreads.direct(), ticker);
  private final TaskRunner runner = new TaskRunner(clock, InstallText::of);
  private final TasksModel tasks = new TasksModel(clock, TestThreads.direct(), () -> {});
  private final FilterModel filter = new FilterModel();
  private final InstallingImages installing = new InstallingImages(tasks, engines, cache, ticker);
  private final ImagesModel model =
      new ImagesModel(
          cache, engines, filter, installing.imagesProperty(), TestThreads.direct(), "Base images");

  @Test
  void theRowIsTheFirstOfItsLanguageAndTellsWhatIsMade() {
    open();
    int before = python().rows().size();

    Work install = start(List.of(new ToMake(PANDAS, PACKAGES)));
    install.reports(Progress.of("install", "", 0.42));

    InstallingRow row = (InstallingRow) python().rows().getFirst();
    assertThat(row.key()).isEqualTo(PANDAS.toString());
    assertThat(row.packages()).extracting("name").containsExactly("pandas", "polars");
    assertThat(row.image().percent()).hasValue(42);
    assertThat(row.image().waiting()).isFalse();
    assertThat(python().rows()).hasSize(before + 1);
  }

  @Test
  void noNumberCountsIt() {
    open();
    GroupRow before = python().head();
    int images = model.contentProperty().get().images();

    var _ = start(List.of(new ToMake(PANDAS, PACKAGES)));

    assertThat(python().head()).isEqualTo(before);
    assertThat(model.contentProperty().get().images()).isEqualTo(images);
  }

  @Test
  void progressWithoutAShareIsNotGuessed() {
    open();

    start(List.of(new ToMake(PANDAS, PACKAGES))).reports(Progress.of("install", "Resolving"));

    assertThat(installing()).singleElement().satisfies(this::isWithoutShare);
  }

  private void isWithoutShare(InstallingRow row) {
    assertThat(row.image().percent()).isEqualTo(OptionalInt.empty());
    assertThat(row.image().waiting()).isFalse();
  }

  @Test
  void theNewestInstallStandsFirst() {
    open();
    var _ = start(List.of(new ToMake(PANDAS, PACKAGES)));
    var _ = start(List.of(new ToMake(ANYIO, List.of("anyio"))));

    assertThat(installing())
        .extracting(row -> row.image().reference())
        .containsExactly(ANYIO, PANDAS);
  }

  @Test
  void ofSeveralImagesThatOneTaskMakesTheOthersWaitAndWhatIsBehindIsGone() {
    open();
    Work ahead =
        start(
            List.of(
                new ToMake(ANYIO, List.of("anyio")),
                new ToMake(PANDAS, PACKAGES),
                new ToMake(AXUM, List.of("axum@0.7.7"))));

    ahead.reports(Progress.of("install", "", 1 / 6.0));
    assertThat(standings())
        .containsExactlyInAnyOrderEntriesOf(Map.of(ANYIO, "50", PANDAS, "waits", AXUM, "waits"));

    ahead.reports(Progress.of("install", "", 1 / 3.0));
    assertThat(standings()).containsExactlyInAnyOrderEntriesOf(Map.of(PANDAS, "0", AXUM, "waits"));

    ahead.reports(Progress.of("install", "", 1));
    assertThat(standings()).isEqualTo(Map.of(AXUM, "100"));
  }

  @Test
  void theImageTakesTheRowsPlaceAndStaysChosen() {
    open();
    Work install = start(List.of(new ToMake(PANDAS, PACKAGES)));
    model.select(Optional.of(python().rows().getFirst()));

    install.ends(DONE);
    assertThat(installing()).as("the engine has not told of it yet").hasSize(1);
    list(PANDAS);

    assertThat(installing()).isEmpty();
    assertThat(model.selectedProperty().get())
        .get()
        .isInstanceOfSatisfying(
            ImageRow.class, row -> assertThat(row.image().reference()).isEqualTo(PANDAS));
  }

  @Test
  void anImageThatIsRemovedAgainIsNotShownAsBeingMade() {
    open();
    start(List.of(new ToMake(PANDAS, PACKAGES))).ends(DONE);
    list(PANDAS);

    unlist(PANDAS);

    assertThat(installing()).isEmpty();
  }

  @Test
  void aFinishedImageIsNotAwaitedForEver() {
    open();
    start(List.of(new ToMake(PANDAS, PACKAGES))).ends(DONE);

    now.set(NOW.plusSeconds(11));
    ticker.tick();

    assertThat(installing()).isEmpty();
  }

  @Test
  void whatFailedLeavesNoRow() {
    open();
    Work install = start(List.of(new ToMake(PANDAS, PACKAGES)));
    assertThat(installing()).hasSize(1);

    install.ends(FAILED);

    assertThat(installing()).isEmpty();
  }

  @Test
  void whatIsCancelledLeavesNoRow() {
    open();
    Work install = start(List.of(new ToMake(PANDAS, PACKAGES)));

    install.item().cancel();
    install.awaitEnd();

    assertThat(installing()).isEmpty();
  }

  @Test
  void aLanguageWithoutImagesHasItsGroupWhileItsFirstImageIsMade() {
    open();
    cacheWithout(Language.RUST);
    assertThat(group(Language.RUST)).isEmpty();

    Work install = start(List.of(new ToMake(AXUM, List.of("axum@0.7.7"))));

    Group rust = group(Language.RUST).orElseThrow();
    assertThat(rust.head().images()).isZero();
    assertThat(rust.rows()).singleElement().isInstanceOf(InstallingRow.class);
    assertThat(model.contentProperty().get().groups())
        .extracting(group -> group.head().key())
        .containsSubsequence("go", "rust", "bash");
    install.ends(FAILED);
    assertThat(group(Language.RUST)).isEmpty();
  }

  @Test
  void searchFindsItAndOfFiltersOnlyItsLanguage() {
    open();
    var _ = start(List.of(new ToMake(PANDAS, PACKAGES)));

    filter.typedProperty().set("polars");
    assertThat(installing()).hasSize(1);
    filter.typedProperty().set("no-such-package");
    assertThat(installing()).isEmpty();
    filter.clearAll();
    filter.choose(new CacheFilter.OfLanguage(Language.PYTHON));
    assertThat(installing()).hasSize(1);
    filter.choose(new CacheFilter.OfLanguage(Language.RUST));
    assertThat(installing()).isEmpty();
    filter.choose(new CacheFilter.Unused());
    assertThat(installing()).isEmpty();
  }

  @Test
  void anotherEngineDoesNotShowIt() {
    open();
    var _ = start(List.of(new ToMake(PANDAS, PACKAGES)));

    next = session(engine.description());
    engines.connect(Optional.empty());

    assertThat(installing()).isEmpty();
  }

  private void open() {
    engines.connect(Optional.empty());
  }

  private FakeSession session(EngineDescription description) {
    return new FakeSession(engine, description, Ledgers.empty(), NOW);
  }

  private Group python() {
    return group(Language.PYTHON).orElseThrow();
  }

  private Optional<Group> group(Language language) {
    return model.contentProperty().get().groups().stream()
        .filter(group -> group.head().key().equals(language.name()))
        .findFirst();
  }

  private List<InstallingRow> installing() {
    return model.contentProperty().get().groups().stream()
        .flatMap(group -> group.rows().stream())
        .filter(InstallingRow.class::isInstance)
        .map(InstallingRow.class::cast)
        .toList();
  }

  private Map<CacheReference, String> standings() {
    return installing().stream()
        .collect(
            Collectors.toMap(
                row -> row.image().reference(),
                row ->
                    row.image().waiting()
                        ? "waits"
                        : String.valueOf(row.image().percent().orElseThrow())));
  }

  private void list(CacheReference reference) {
    EngineImage image =
        new EngineImage(
            "sha256:" + "1".repeat(64),
            List.of(reference.toString()),
            OptionalLong.of(1_000_000),
            OptionalLong.empty(),
            Optional.of(NOW),
            Optional.empty(),
            Map.of());
    listed(Stream.concat(images(), Stream.of(image)));
  }

  private void unlist(CacheReference reference) {
    listed(images().filter(image -> !image.references().contains(reference.toString())));
  }

  private void cacheWithout(Language language) {
    String prefix = "mcp-sandbox-" + language.name() + ":";
    listed(images().filter(image -> !image.references().toString().contains(prefix)));
  }

  private Stream<EngineImage> images() {
    return session.state().catalog().snapshot().images().stream();
  }

  private void listed(Stream<EngineImage> images) {
    EngineSnapshot snapshot = session.state().catalog().snapshot().withImages(images.toList());
    session.publish(
        new CatalogState(Catalog.of(snapshot), Freshness.CURRENT, Optional.of(NOW), false));
  }

  private Work start(List<ToMake> makes) {
    CompletableFuture<ProgressListener> listener = new CompletableFuture<>();
    CompletableFuture<TaskResult> result = new CompletableFuture<>();
    BackgroundTask task =
        runner.start(
            new TaskDescription(Kind.PREWARM, List.of(), "", 0).making(makes),
            (told, cancellation) -> {
              listener.complete(told);
              try (var _ = cancellation.onCancel(() -> result.complete(FAILED))) {
                TaskResult end = result.join();
                cancellation.throwIfCancelled();
                return end;
              }
            });
    ProgressListener running = listener.join();
    return new Work(task, tasks.add(task, Optional.empty(), Set.of()), running, result);
  }

  /** A task whose course the test decides. */
  private record Work(
      BackgroundTask task,
      TaskItem item,
      ProgressListener listener,
      CompletableFuture<TaskResult> result) {
    void reports(Progress progress) {
      listener.onProgress(progress);
    }

    void ends(TaskResult with) {
      result.complete(with);
      awaitEnd();
    }

    void awaitEnd() {
      var _ = task.ended().join();
    }
  }
}
