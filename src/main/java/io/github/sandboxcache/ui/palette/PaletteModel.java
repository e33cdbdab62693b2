package io.github.sandboxcache.ui.palette;

import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Follows what is typed into the palette. Items are gathered and searched in the background, for
 * there may be many thousands. FX thread only.
 */
public final class PaletteModel {
  private final UiThreads threads;
  private final LatestOnly latest;
  private final Lazy<PaletteSearch> search;
  private final Consumer<PaletteItem> take;
  private final ReadOnlyObjectWrapper<PaletteView> view =
      new ReadOnlyObjectWrapper<>(PaletteView.NOTHING);
  private String typed = "";
  private boolean taking;

  /**
   * Begins to gather at once.
   *
   * @param items all that can be found, in the order of likelihood; asked once, in the background
   * @param take does what was chosen
   */
  public PaletteModel(
      Supplier<List<PaletteItem>> items, UiThreads threads, Consumer<PaletteItem> take) {
    this.threads = threads;
    this.take = take;
    this.latest = new LatestOnly(threads.background());
    this.search = new Lazy<>(() -> new PaletteSearch(items.get()));
    find();
  }

  /** What is found now. */
  ReadOnlyObjectProperty<PaletteView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** Looks for those words. */
  void type(String words) {
    typed = words;
    taking = false;
    find();
  }

  /** Makes another one active, so many further down. */
  void move(int step) {
    view.set(view.get().moved(step));
  }

  /** Makes that one active. */
  void moveTo(int index) {
    view.set(view.get().at(index));
  }

  /** Takes the active one, or what will be it once the words typed last are looked for. */
  void take() {
    if (view.get().typed().equals(typed)) {
      view.get().activeItem().filter(PaletteItem::isUsable).ifPresent(take);
    } else {
      taking = true;
    }
  }

  private void find() {
    String words = typed;
    latest.submit(
        () -> {
          // One piece of work follows the other there, so that the items are gathered once.
          PaletteView found = PaletteView.of(words, search.get().find(words));
          threads.ui().execute(() -> show(found));
        });
  }

  private void show(PaletteView found) {
    if (found.typed().equals(typed)) {
      view.set(found);
      if (taking) {
        taking = false;
        take();
      }
    }
  }
}
