package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Shows why the table has no rows, with what helps against it. */
public final class NoMatchController {
  private final ImagesModel images;
  private final FilterModel filter;
  private final CacheModel cache;
  private final ObservableValue<EngineStatus> engine;
  private final MainCommands commands;
  private final UiTexts texts;

  @FXML private Label why;
  @FXML private Button takeBack;
  @FXML private Button install;

  private NoMatch shown;

  /** For that table and what narrows it; commands install what is missing. */
  public NoMatchController(
      ImagesModel images,
      FilterModel filter,
      CacheModel cache,
      ObservableValue<EngineStatus> engine,
      MainCommands commands,
      UiTexts texts) {
    this.images = images;
    this.filter = filter;
    this.cache = cache;
    this.engine = engine;
    this.commands = commands;
    this.texts = texts;
    this.shown = now();
  }

  @FXML
  private void initialize() {
    images.contentProperty().subscribe(_ -> show());
    engine.subscribe(status -> install.setDisable(!status.isReady()));
  }

  @FXML
  private void onTakeBack() {
    filter.clearAll();
  }

  @FXML
  private void onInstall() {
    shown.install().ifPresent(commands::install);
  }

  private void show() {
    shown = now();
    why.setText(shown.why());
    Nodes.show(takeBack, !shown.takeBack().isEmpty());
    takeBack.setText(shown.takeBack());
    Nodes.show(install, shown.install().isPresent());
    install.setText(texts.text("images.no-match.install", shown.packages()));
  }

  private NoMatch now() {
    return NoMatch.of(
        filter, images.contentProperty().get().known(), cache.view().state().catalog(), texts);
  }
}
