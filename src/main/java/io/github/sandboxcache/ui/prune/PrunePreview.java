package io.github.sandboxcache.ui.prune;

import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.removal.RemovalPlan;
import io.github.sandboxcache.ui.fx.FxmlViews;
import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.model.UiThreads;
import java.time.Clock;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Makes previews of a prune. FX thread only. */
public final class PrunePreview {
  private final Region view;
  private final Subscription following;

  /**
   * A preview.
   *
   * @param known the plan of the main window
   * @param keep how many of each language stay at first
   * @param catalog what the engine has, followed while the preview is open
   */
  public PrunePreview(
      UiTexts texts,
      RemovalPlan known,
      int keep,
      ObservableValue<Catalog> catalog,
      PruneActions actions,
      UiThreads threads,
      Clock clock) {
    PruneModel model = new PruneModel(catalog.getValue(), known, keep, threads);
    view =
        (Region)
            new FxmlViews(texts)
                .with(
                    PruneController.class, () -> new PruneController(model, actions, texts, clock))
                .load(PruneController.class)
                .root();
    following = catalog.subscribe(latest -> model.catalogProperty().set(latest));
  }

  /** The preview's content. */
  public Region view() {
    return view;
  }

  /** To be called once it is closed. */
  public void closed() {
    following.unsubscribe();
  }
}
