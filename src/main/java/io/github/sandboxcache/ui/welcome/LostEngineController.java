package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** The line over the table while an engine that answered does so no more. */
public final class LostEngineController {
  private final EngineModel engine;
  private final CacheModel cache;
  private final Clock clock;
  private final UiTexts texts;

  @FXML private Node root;
  @FXML private Label what;
  @FXML private Label asOf;
  @FXML private Button retry;

  private HoverTip tip;

  /** Follows that engine and what is still known of its images. */
  public LostEngineController(EngineModel engine, CacheModel cache, Clock clock, UiTexts texts) {
    this.engine = engine;
    this.cache = cache;
    this.clock = clock;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    tip = HoverTip.on(what);
    InvalidationListener update = _ -> show();
    engine.statusProperty().addListener(update);
    cache.viewProperty().addListener(update);
    show();
  }

  @FXML
  void retry() {
    engine.refresh();
  }

  private void show() {
    Optional<LostEngine> lost =
        LostEngine.of(
            engine.statusProperty().get(),
            cache.view().state(),
            clock.instant().atZone(clock.getZone()),
            texts);
    Nodes.show(root, lost.isPresent());
    lost.ifPresent(
        said -> {
          what.setText(said.what());
          tip.setText(said.what());
          asOf.setText(said.asOf());
          retry.setDisable(said.retrying());
          retry.setText(texts.text(said.retrying() ? "lost.retrying" : "lost.retry"));
        });
  }
}
