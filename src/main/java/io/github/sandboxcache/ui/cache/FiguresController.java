package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.fxml.FXML;

/** Shows the key figures of the cache. */
public final class FiguresController {
  private final CacheModel cache;
  private final UiTexts texts;

  @FXML private FigureCell disk;
  @FXML private FigureCell images;
  @FXML private FigureCell hitRate;
  @FXML private FigureCell reclaimable;

  /** Follows that cache. */
  public FiguresController(CacheModel cache, UiTexts texts) {
    this.cache = cache;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    cache
        .viewProperty()
        .map(view -> Figures.of(view, texts))
        .subscribe(
            figures -> {
              disk.show(figures.disk());
              images.show(figures.images());
              hitRate.show(figures.hitRate());
              reclaimable.show(figures.reclaimable());
            });
  }
}
