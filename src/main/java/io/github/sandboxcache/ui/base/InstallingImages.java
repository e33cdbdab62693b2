package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.history.PlannedImage.ToMake;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.service.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

/**
 * The images that tasks make on the engine that is open, those of the newest task first. FX thread
 * only.
 */
public final class InstallingImages {
  /** So long at most a finished image is awaited: the engine's list follows its events. */
  static final Duration ARRIVES_WITHIN = Duration.ofSeconds(10);

  /** Absorbs what is lost when a share of one image is told as a share of all. */
  private static final double ROUNDING = 1e-6;

  private static final int PERCENT = 100;

  private final TasksModel tasks;
  private final EngineModel engine;
  private final CacheModel cache;
  private final ObservableValue<Instant> now;
  private final Map<TaskItem, Optional<EngineSession>> followed = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<List<InstallingImage>> images =
      new ReadOnlyObjectWrapper<>(List.of());

  /**
   * Follows those tasks.
   *
   * @param engine tasks work on the engine that is open when they are started
   * @param cache lists finished images
   * @param ticker ends the time in which finished images are awaited
   */
  public InstallingImages(TasksModel tasks, EngineModel engine, CacheModel cache, Ticker ticker) {
    this.tasks = tasks;
    this.engine = engine;
    this.cache = cache;
    this.now = ticker.nowProperty();
    tasks.running().addListener((ListChangeListener<TaskItem>) _ -> update());
    engine.sessionProperty().addListener((_, _, _) -> update());
    cache.viewProperty().addListener((_, _, _) -> update());
    now.addListener((_, _, _) -> update());
    update();
  }

  /** The images now; one that is listed already may still be among them. */
  public ReadOnlyObjectProperty<List<InstallingImage>> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  private void update() {
    Optional<EngineSession> open = engine.sessionProperty().get();
    tasks.running().reversed().stream()
        .filter(task -> !task.description().makes().isEmpty())
        .forEach(task -> followed.putIfAbsent(task, open));
    followed.keySet().removeIf(this::isOver);
    List<InstallingImage> next = new ArrayList<>();
    new ArrayList<>(followed.entrySet())
        .reversed().stream()
            .filter(entry -> entry.getValue().equals(open))
            .flatMap(entry -> images(entry.getKey()))
            .filter(image -> next.stream().noneMatch(sameAs(image)))
            .forEach(next::add);
    if (!next.equals(images.get())) {
      images.set(List.copyOf(next));
    }
  }

  private static Predicate<InstallingImage> sameAs(InstallingImage image) {
    return other -> other.reference().equals(image.reference());
  }

  /** What failed or was cancelled leaves nothing behind. */
  private boolean isOver(TaskItem task) {
    return switch (task.state()) {
      case TaskState.Counting _, TaskState.Queued _, TaskState.Running _ -> false;
      case TaskState.Succeeded(Instant at, var _) ->
          at.plus(ARRIVES_WITHIN).isBefore(now.getValue()) || isListed(task);
      case TaskState.Incomplete _, TaskState.Failed _, TaskState.Cancelled _ -> true;
    };
  }

  private boolean isListed(TaskItem task) {
    Set<CacheReference> listed = cache.view().state().catalog().references();
    return task.description().makes().stream().map(ToMake::reference).allMatch(listed::contains);
  }

  private static Stream<InstallingImage> images(TaskItem task) {
    List<ToMake> makes = task.description().makes();
    return switch (task.state()) {
      case TaskState.Running(var _, Progress progress) -> images(makes, progress.fraction());
      case TaskState.Succeeded _ -> images(makes.stream(), OptionalInt.of(PERCENT), false);
      default -> images(makes.stream(), OptionalInt.empty(), true);
    };
  }

  /** Several images are made one after the other, and what is behind is there or has failed. */
  private static Stream<InstallingImage> images(List<ToMake> makes, OptionalDouble fraction) {
    double done = fraction.orElse(0) * makes.size() + ROUNDING;
    int at = Math.min((int) done, makes.size() - 1);
    OptionalInt percent =
        fraction.isPresent()
            ? OptionalInt.of(Math.min(PERCENT, (int) ((done - at) * PERCENT)))
            : OptionalInt.empty();
    return IntStream.range(at, makes.size())
        .boxed()
        .flatMap(
            i -> images(Stream.of(makes.get(i)), i == at ? percent : OptionalInt.empty(), i != at));
  }

  private static Stream<InstallingImage> images(
      Stream<ToMake> makes, OptionalInt percent, boolean waiting) {
    return makes.map(
        image -> new InstallingImage(image.reference(), image.packages(), percent, waiting));
  }
}
