package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.OptionalLong;
import javafx.fxml.FXML;

/** Shows the key figures of the cache, worked out in the background. */
public final class FiguresController {
  private final CacheModel cache;
  private final FreeDisk freeDisk;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final Runnable connect;
  private final UiTexts texts;

  @FXML private FigureCell disk;
  @FXML private FigureCell saved;
  @FXML private FigureCell hitRate;
  @FXML private FigureCell reclaimable;

  /**
   * Follows that cache.
   *
   * @param connect says how hits and misses become known
   */
  public FiguresController(
      CacheModel cache, FreeDisk freeDisk, Runnable connect, UiThreads threads, UiTexts texts) {
    this.cache = cache;
    this.freeDisk = freeDisk;
    this.connect = connect;
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    hitRate.setOnOffer(connect);
    cache.viewProperty().subscribe(this::update);
    freeDisk.bytesProperty().addListener((_, _, _) -> update(cache.view()));
  }

  private void update(CacheView view) {
    OptionalLong free = freeDisk.bytesProperty().get();
    latest.submit(
        () -> {
          Figures figures = Figures.of(view, free, texts);
          threads.ui().execute(() -> show(figures));
        });
  }

  private void show(Figures figures) {
    disk.show(figures.disk());
    saved.show(figures.saved());
    hitRate.show(figures.hitRate());
    reclaimable.show(figures.reclaimable());
  }
}
