package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/** What the pane shows of the chosen language; worked out in the background. FX thread only. */
public final class GroupModel {
  private final ImagesModel images;
  private final CacheModel cache;
  private final TasksModel tasks;
  private final Consumer<List<MissedSet>> install;
  private final UiThreads threads;
  private final UiTexts texts;
  private final LatestOnly latest;
  private final ReadOnlyObjectWrapper<Optional<GroupDetails>> details =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** All are chosen at first, also those that come later. */
  private final Set<CacheReference> left = new HashSet<>();

  /**
   * Follows the table's choice.
   *
   * @param install told which missed sets are to be installed
   */
  public GroupModel(
      ImagesModel images,
      CacheModel cache,
      TasksModel tasks,
      Consumer<List<MissedSet>> install,
      UiThreads threads,
      UiTexts texts) {
    this.images = images;
    this.cache = cache;
    this.tasks = tasks;
    this.install = install;
    this.threads = threads;
    this.texts = texts;
    this.latest = new LatestOnly(threads.background());
    images.selectedProperty().addListener((_, _, _) -> update());
    cache.viewProperty().addListener((_, _, _) -> update());
    tasks.running().addListener((ListChangeListener<TaskItem>) _ -> update());
    update();
  }

  /** The chosen language now; empty when another thing is chosen, or none. */
  ReadOnlyObjectProperty<Optional<GroupDetails>> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  /** Chooses a set to be installed, or leaves it. */
  void choose(CacheReference set, boolean chosen) {
    if (chosen ? left.remove(set) : left.add(set)) {
      update();
    }
  }

  /** Installs what is chosen. */
  void install() {
    details.get().map(GroupDetails::chosen).filter(sets -> !sets.isEmpty()).ifPresent(install);
  }

  private void update() {
    Optional<GroupRow> row = chosenGroup();
    if (row.isEmpty()) {
      details.set(Optional.empty());
      return;
    }
    CacheView view = cache.view();
    Set<CacheReference> installing = tasks.installing();
    Set<CacheReference> unwanted = Set.copyOf(left);
    latest.submit(
        () -> {
          Optional<GroupDetails> next =
              GroupDetails.of(row.get(), view, installing, unwanted, texts);
          threads.ui().execute(() -> apply(row.get().key(), next));
        });
  }

  private void apply(String key, Optional<GroupDetails> next) {
    // A newer choice is on its way.
    if (chosenGroup().filter(row -> row.key().equals(key)).isPresent()) {
      details.set(next);
    }
  }

  private Optional<GroupRow> chosenGroup() {
    return images
        .selectedProperty()
        .get()
        .filter(GroupRow.class::isInstance)
        .map(GroupRow.class::cast);
  }
}
