package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.Inspection;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is inside the chosen image: what is known of it at once, and what is read when the user asks
 * for it, as a task in the background. FX thread only.
 */
public final class ContentsModel {
  /** Files of more images are forgotten; they can be read again. */
  private static final int MAX_KEPT = 12;

  private final DetailsModel details;
  private final EngineModel engine;
  private final TaskRunner runner;
  private final TasksModel tasks;
  private final UiThreads threads;
  private final UiTexts texts;
  private final LatestOnly latest;
  private final Map<String, Inspection> read = new LinkedHashMap<>();
  private final Map<String, TaskItem> reading = new HashMap<>();
  private final ReadOnlyObjectWrapper<Optional<ContentsView>> view =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<TaskItem>> task =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Follows the pane's choice. */
  public ContentsModel(
      DetailsModel details,
      EngineModel engine,
      TaskRunner runner,
      TasksModel tasks,
      UiThreads threads,
      UiTexts texts) {
    this.details = details;
    this.engine = engine;
    this.runner = runner;
    this.tasks = tasks;
    this.threads = threads;
    this.texts = texts;
    this.latest = new LatestOnly(threads.background());
    details.detailsProperty().subscribe(this::update);
    engine
        .sessionProperty()
        .addListener(
            (_, _, _) -> {
              read.clear();
              reading.clear();
            });
    update();
  }

  /** What is known; empty for a base image, and when none is chosen. */
  ReadOnlyObjectProperty<Optional<ContentsView>> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** The task that reads the chosen image, or did so last; empty when none has. */
  ReadOnlyObjectProperty<Optional<TaskItem>> taskProperty() {
    return task.getReadOnlyProperty();
  }

  /** What was read of an image in this session. */
  Optional<Inspection> inspection(CachedImage image) {
    return Optional.ofNullable(read.get(image.image().id()));
  }

  /** Reads the chosen image; does nothing while that is going on, or no engine answers. */
  void read() {
    image().ifPresent(this::read);
  }

  /** Reads an image; does nothing while that is going on, or no engine answers. */
  void read(CachedImage image) {
    if (!isReading(image)) {
      engine.ready().ifPresent(session -> read(session, image));
    }
  }

  /** Whether an image is being read. */
  boolean isReading(CachedImage image) {
    return Optional.ofNullable(reading.get(image.image().id())).stream()
        .anyMatch(item -> !item.state().isEnded());
  }

  /** Gives up reading the chosen image. */
  void cancel() {
    task.get().ifPresent(TaskItem::cancel);
  }

  private void read(EngineSession session, CachedImage image) {
    BackgroundTask begun =
        runner.start(
            new TaskDescription(
                Kind.INSPECT, List.of(image.reference().toString()), image.language().name(), 0),
            (listener, cancellation) ->
                session
                    .service()
                    .inspector()
                    .inspect(image, session.state().catalog(), listener, cancellation));
    TaskItem item = tasks.add(begun, Optional.of(() -> read(image)), Set.of());
    reading.put(image.image().id(), item);
    item.stateProperty().subscribe(state -> follow(image, state));
  }

  private void follow(CachedImage image, TaskState state) {
    if (state instanceof TaskState.Succeeded(_, Inspection found)) {
      take(image, found);
    } else {
      update();
    }
  }

  /** Shows what was read of an image. */
  public void take(CachedImage image, Inspection found) {
    read.put(image.image().id(), found);
    if (read.size() > MAX_KEPT) {
      read.remove(read.keySet().iterator().next());
    }
    update();
  }

  private Optional<CachedImage> image() {
    return details.detailsProperty().get().flatMap(Details::cached);
  }

  private void update() {
    Optional<CachedImage> image = image();
    task.set(image.flatMap(shown -> Optional.ofNullable(reading.get(shown.image().id()))));
    Optional<Inspection> found = image.flatMap(this::inspection);
    latest.submit(
        () -> {
          Optional<ContentsView> next =
              image.map(
                  shown ->
                      ContentsView.of(
                          shown,
                          found.flatMap(Inspection::asked).or(shown::asked),
                          found.map(Inspection::contents),
                          texts));
          threads.ui().execute(() -> apply(image, next));
        });
  }

  private void apply(Optional<CachedImage> image, Optional<ContentsView> next) {
    // A newer choice is on its way.
    if (image.map(CachedImage::engineReference).equals(image().map(CachedImage::engineReference))) {
      view.set(next);
    }
  }
}
