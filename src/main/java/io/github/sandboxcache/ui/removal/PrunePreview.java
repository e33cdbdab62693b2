package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.time.Clock;
import java.util.function.ObjIntConsumer;
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
   * @param agreed starts the announced prune; the number is how many of each language it keeps
   * @param close closes the preview
   * @param shown what the engine has and what is pinned, followed while the preview is open
   */
  public PrunePreview(
      UiTexts texts,
      RemovalPlan known,
      int keep,
      ObservableValue<CacheView> shown,
      ObjIntConsumer<RemovalPlan> agreed,
      Runnable close,
      UiThreads threads,
      Clock clock) {
    PruneModel model = new PruneModel(known(shown.getValue()), known, keep, threads);
    view =
        (Region)
            new FxmlViews(texts)
                .with(
                    PruneController.class,
                    () -> new PruneController(model, agreed, close, texts, clock))
                .load(PruneController.class)
                .root();
    following = shown.subscribe(latest -> model.follow(known(latest)));
  }

  private static PruneModel.Known known(CacheView view) {
    return new PruneModel.Known(view.state().catalog(), view.pins());
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
