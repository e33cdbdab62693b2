package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the pane shows of the chosen image; worked out in the background. FX thread only. */
public final class DetailsModel {
  private final ImagesModel images;
  private final CacheModel cache;
  private final UiThreads threads;
  private final UiTexts texts;
  private final LatestOnly latest;
  private final ReadOnlyObjectWrapper<Optional<Details>> details =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<LayerRow>> layer =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Follows the table's choice. */
  public DetailsModel(ImagesModel images, CacheModel cache, UiThreads threads, UiTexts texts) {
    this.images = images;
    this.cache = cache;
    this.threads = threads;
    this.texts = texts;
    this.latest = new LatestOnly(threads.background());
    images.selectedProperty().addListener((_, _, _) -> update());
    cache.viewProperty().addListener((_, _, _) -> update());
    update();
  }

  /** The chosen image now; empty when none is chosen. */
  ReadOnlyObjectProperty<Optional<Details>> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  /** The layer whose other images are listed; empty for none. */
  ReadOnlyObjectProperty<Optional<LayerRow>> layerProperty() {
    return layer.getReadOnlyProperty();
  }

  /** Chooses a layer, or none. */
  void choose(Optional<LayerRow> row) {
    layer.set(row);
  }

  /** The other images that have the chosen layer, and what removals free. */
  Optional<LayerHolders> holders() {
    return details
        .get()
        .map(shown -> LayerHolders.of(shown.image(), layer.get(), cache.view(), texts));
  }

  private void update() {
    Optional<TableRow> row = images.selectedProperty().get();
    CacheView view = cache.view();
    latest.submit(
        () -> {
          Optional<Details> next = row.flatMap(chosen -> Details.of(chosen, view, texts));
          threads.ui().execute(() -> apply(row, next));
        });
  }

  private void apply(Optional<TableRow> row, Optional<Details> next) {
    // A newer choice is on its way.
    if (row.map(TableRow::key).equals(images.selectedProperty().get().map(TableRow::key))) {
      details.set(next);
    }
  }
}
