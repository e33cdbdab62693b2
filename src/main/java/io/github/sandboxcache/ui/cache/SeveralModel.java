package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableSet;

/**
 * The images that are chosen together, and what can be done with all of them; worked out in the
 * background. FX thread only.
 */
public final class SeveralModel {
  private final ImagesModel images;
  private final CacheModel cache;
  private final ReadOnlyObjectProperty<EngineStatus> engine;
  private final ObservableSet<String> leaving;
  private final MainCommands commands;
  private final Consumer<String> copy;
  private final CompareModel compares;
  private final UiThreads threads;
  private final UiTexts texts;
  private final LatestOnly latest;
  private final ReadOnlyObjectWrapper<Optional<SeveralImages>> view =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * Follows the table's choice.
   *
   * @param leaving engine references of images that an announced removal is about to take
   */
  public SeveralModel(
      ImagesModel images,
      CacheModel cache,
      ReadOnlyObjectProperty<EngineStatus> engine,
      ObservableSet<String> leaving,
      MainCommands commands,
      Consumer<String> copy,
      CompareModel compares,
      UiThreads threads,
      UiTexts texts) {
    this.images = images;
    this.cache = cache;
    this.engine = engine;
    this.leaving = leaving;
    this.commands = commands;
    this.copy = copy;
    this.compares = compares;
    this.threads = threads;
    this.texts = texts;
    this.latest = new LatestOnly(threads.background());
    InvalidationListener update = _ -> update();
    images.choiceProperty().addListener(update);
    cache.viewProperty().addListener(update);
    engine.addListener(update);
    leaving.addListener(update);
  }

  /** What is chosen together; empty while nothing is. */
  ReadOnlyObjectProperty<Optional<SeveralImages>> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** Why nothing can be removed now; empty when it can. */
  String blocked() {
    String engineBlocked = engine.get().blocked(texts);
    return engineBlocked.isEmpty() && !leaving.isEmpty()
        ? texts.text("header.blocked.removing")
        : engineBlocked;
  }

  /** Whether some of them can be removed now. */
  boolean canRemove() {
    return blocked().isEmpty()
        && view.get().filter(several -> !several.plan().removals().isEmpty()).isPresent();
  }

  /** Pins those that are not pinned yet; unpins all where all are. */
  void pin() {
    view.get()
        .ifPresent(
            several -> {
              boolean pin = !several.unpinned().isEmpty();
              commands.setPinned(pin ? several.unpinned() : references(several), pin);
            });
  }

  /**
   * Removes those that can be removed after the time to undo, with the keyboard in the table; says
   * why where none can.
   */
  void remove() {
    view.get().ifPresent(this::remove);
  }

  private void remove(SeveralImages several) {
    if (!leaving.isEmpty()) {
      commands.remove(references(several));
    } else if (!blocked().isEmpty()) {
      commands.tell(blocked());
    } else if (several.plan().removals().isEmpty()) {
      several.plan().kept().stream()
          .limit(1)
          .map(kept -> ReasonText.full(kept.reason()))
          .forEach(why -> commands.tell(texts.text("several.all-stay", why)));
    } else {
      commands.remove(references(several));
      images.enter();
    }
  }

  /** Whether they can be sent to a registry. */
  boolean canPush() {
    return view.get().isPresent() && engine.get().blocked(texts).isEmpty();
  }

  /** Sends all of them to the team's registry; does nothing where that cannot be done. */
  public void push() {
    if (canPush()) {
      view.get().ifPresent(several -> commands.push(references(several)));
    }
  }

  /** Copies the names of all of them, one a line. */
  void copyNames() {
    copy.accept(String.join("\n", images.choiceProperty().get().keys()));
  }

  /** Compares the two that are chosen; does nothing for any other number. */
  public void compare() {
    view.get()
        .map(SeveralImages::images)
        .filter(chosen -> chosen.size() == 2)
        .ifPresent(chosen -> compares.compare(chosen.getFirst(), chosen.getLast()));
  }

  /** Whether just two are chosen. */
  public boolean canCompare() {
    return view.get().filter(several -> several.images().size() == 2).isPresent();
  }

  /** Whether images are chosen together. */
  public boolean isChosen() {
    return !images.choiceProperty().get().isEmpty();
  }

  /** Chooses single rows again. */
  public void end() {
    images.choose(ImageChoice.NONE);
  }

  private static List<CacheReference> references(SeveralImages several) {
    return several.images().stream().map(CachedImage::reference).toList();
  }

  private void update() {
    ImageChoice choice = images.choiceProperty().get();
    CacheView now = cache.view();
    if (choice.isEmpty()) {
      view.set(Optional.empty());
    }
    latest.submit(
        () -> {
          Optional<SeveralImages> next =
              choice.isEmpty()
                  ? Optional.empty()
                  : Optional.of(SeveralImages.of(now, choice.keys(), texts));
          threads
              .ui()
              .execute(
                  () -> {
                    // A newer choice is on its way.
                    if (choice.equals(images.choiceProperty().get())) {
                      view.set(next);
                    }
                  });
        });
  }
}
