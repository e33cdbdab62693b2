package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.restore.RestoreCost;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.UiThreads;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was done before now, as the journal tells it: also before this start, and by other
 * processes. What a card of a running or failed task tells already is left out. Reads in the
 * background; FX thread only.
 */
public final class HistoryModel {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryModel.class);
  private static final int PAGE = 20;

  /** A task is listed once it has been started, and may have begun its work by then. */
  private static final Duration LISTED_AFTER = Duration.ofSeconds(2);

  private final EngineModel engine;
  private final OperationJournal ofAllEngines;
  private final TasksModel tasks;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(View.NOTHING);
  private int limit = PAGE;

  /**
   * What is shown.
   *
   * @param operations newest first
   * @param more whether there are older ones
   * @param costs what it takes to make removed images again, where anything is known
   */
  public record View(
      List<Operation> operations, boolean more, Map<CacheReference, RestoreCost> costs) {
    static final View NOTHING = new View(List.of(), false, Map.of());

    /** Copies the collections, so that the record never changes. */
    public View {
      operations = List.copyOf(operations);
      costs = Map.copyOf(costs);
    }
  }

  /**
   * Follows the journal: of the engine's session, while there is one.
   *
   * @param ofAllEngines read while no engine answers
   */
  public HistoryModel(
      EngineModel engine, OperationJournal ofAllEngines, TasksModel tasks, UiThreads threads) {
    this.engine = engine;
    this.ofAllEngines = ofAllEngines;
    this.tasks = tasks;
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    engine.sessionProperty().addListener((_, _, opened) -> follow(opened));
    List.of(tasks.running(), tasks.failed())
        .forEach(list -> list.addListener((ListChangeListener<TaskItem>) _ -> read()));
    follow(engine.sessionProperty().get());
  }

  /** What is shown now. */
  public ReadOnlyObjectProperty<View> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** Shows some more of what is older. */
  public void showOlder() {
    limit += PAGE;
    read();
  }

  /**
   * Reads all of it, newest first, also what a card tells already.
   *
   * @param then told what there is; empty when it cannot be read
   */
  void readAll(Consumer<Optional<List<Operation>>> then) {
    OperationJournal journal = journal();
    threads.compute(() -> readable(journal, Integer.MAX_VALUE), then);
  }

  /** Whether the journal tells of that task, so that nothing else need do so. */
  boolean tellsOf(TaskItem task) {
    return view.get().operations().stream().anyMatch(operation -> isOf(task, operation));
  }

  private void follow(Optional<EngineSession> opened) {
    opened.ifPresent(session -> session.onRecordsChange(() -> threads.ui().execute(this::read)));
    read();
  }

  private OperationJournal journal() {
    return engine
        .sessionProperty()
        .get()
        .map(session -> session.service().operations())
        .orElse(ofAllEngines);
  }

  private void read() {
    OperationJournal journal = journal();
    Optional<EngineSession> session = engine.sessionProperty().get();
    int wanted = limit;
    latest.submit(
        () -> {
          List<Operation> read = readable(journal, wanted + 1).orElse(List.of());
          Map<CacheReference, RestoreCost> costs =
              session.map(open -> costs(open, read)).orElse(Map.of());
          threads.ui().execute(() -> show(read, wanted, costs));
        });
  }

  private static Optional<List<Operation>> readable(OperationJournal journal, int most) {
    try {
      return Optional.of(journal.operations(Optional.empty(), most));
    } catch (UsageLedgerException e) {
      LOG.info("the history cannot be read", e);
      return Optional.empty();
    }
  }

  private static Map<CacheReference, RestoreCost> costs(
      EngineSession session, List<Operation> operations) {
    try {
      return session
          .service()
          .installs()
          .restoreCosts(
              operations.stream()
                  .flatMap(operation -> restorable(operation).stream())
                  .collect(Collectors.toUnmodifiableSet()));
    } catch (UsageLedgerException | ArchiveException e) {
      LOG.info("what a restore takes is not known", e);
      return Map.of();
    }
  }

  /** What it removed by its name, and so can be made again. */
  static List<CacheReference> restorable(Operation operation) {
    return operation.images().stream()
        .flatMap(each -> restorable(operation, each).stream())
        .toList();
  }

  /** The same of one of its images. */
  static Optional<CacheReference> restorable(Operation operation, OperationImage image) {
    return operation.plan().kind().removes() && image.state() instanceof ImageState.Done
        ? reference(image)
        : Optional.empty();
  }

  /** Its name in the cache, if it has one. */
  static Optional<CacheReference> reference(OperationImage image) {
    return SandboxReference.parse(image.name())
        .filter(CacheReference.class::isInstance)
        .map(CacheReference.class::cast);
  }

  private void show(List<Operation> read, int wanted, Map<CacheReference, RestoreCost> costs) {
    view.set(
        new View(
            read.stream().limit(wanted).filter(operation -> !hasCard(operation)).toList(),
            read.size() > wanted,
            costs));
  }

  private boolean hasCard(Operation operation) {
    return tasks.running().stream().anyMatch(task -> isOf(task, operation))
        || tasks.failed().stream().anyMatch(task -> isOf(task, operation));
  }

  private static boolean isOf(TaskItem task, Operation operation) {
    return operation.plan().process().equals(ProcessIdentity.current())
        && task.description().kind() == kind(operation.plan().kind())
        && !operation.plan().begun().isBefore(task.startedAt().minus(LISTED_AFTER))
        && !task.state().endedAt().filter(operation.plan().begun()::isAfter).isPresent()
        && !(task.state() instanceof TaskState.Counting)
        && isAbout(Set.copyOf(task.description().subjects()), operation);
  }

  private static boolean isAbout(Set<String> subjects, Operation operation) {
    Set<String> names =
        operation.images().stream().map(OperationImage::name).collect(Collectors.toSet());
    Set<String> packages = new HashSet<>();
    operation.images().forEach(image -> image.packages().ifPresent(packages::addAll));
    // All that a registry has is named by the registry alone.
    return subjects.equals(names)
        || subjects.equals(packages)
        || operation.plan().registry().map(RegistryAddress::toString).stream()
            .anyMatch(registry -> subjects.equals(Set.of(registry)));
  }

  /** As which task the window does it. */
  private static TaskDescription.Kind kind(OperationKind kind) {
    return switch (kind) {
      case INSTALL -> TaskDescription.Kind.INSTALL;
      case RESTORE -> TaskDescription.Kind.RESTORE;
      case PREWARM -> TaskDescription.Kind.PREWARM;
      case NAME_ORPHANS -> TaskDescription.Kind.NAME;
      case PUSH -> TaskDescription.Kind.PUSH;
      case PULL -> TaskDescription.Kind.PULL;
      case PRUNE -> TaskDescription.Kind.PRUNE;
      case CLEAR -> TaskDescription.Kind.CLEAR;
      case REMOVE, REMOVE_ORPHANS -> TaskDescription.Kind.REMOVE;
    };
  }
}
