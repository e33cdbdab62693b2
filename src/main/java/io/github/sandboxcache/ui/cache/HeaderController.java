package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EnginePlaces;
import io.github.sandboxcache.ui.base.EngineSwitch;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.HeaderModel.HeaderState;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Binds the header to its model. */
public final class HeaderController {
  private static final double MIN_WIDTH_FOR_NAME = 1120;
  private static final double MIN_WIDTH_FOR_WORDS = 1060;
  private static final String ICON_ONLY = "icon-only";

  private final HeaderModel model;
  private final EngineModel engine;
  private final EnginePlaces engines;
  private final EngineSwitch change;
  private final MainCommands commands;
  private final UiTexts texts;

  @FXML private HBox header;
  @FXML private Label appName;
  @FXML private MenuButton chip;
  @FXML private Region chipDot;
  @FXML private MenuItem engineDetail;
  @FXML private MenuItem enginesBelow;
  @FXML private MenuItem sampleItem;
  @FXML private SearchController searchController;
  @FXML private Button install;
  @FXML private Button prune;
  @FXML private Button prunePreview;
  @FXML private Button clear;
  @FXML private Button settings;
  @FXML private Label pruneText;
  @FXML private Label pruneEffect;
  @FXML private Icon pruneIcon;
  @FXML private Node refreshBox;
  @FXML private Node installBox;
  @FXML private Node pruneBox;
  @FXML private Node clearBox;

  /**
   * For that model; commands do the rest.
   *
   * @param engines what its menu offers
   * @param change goes over to one of them
   */
  public HeaderController(
      HeaderModel model,
      EngineModel engine,
      EnginePlaces engines,
      EngineSwitch change,
      MainCommands commands,
      UiTexts texts) {
    this.model = model;
    this.engine = engine;
    this.engines = engines;
    this.change = change;
    this.commands = commands;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    model.stateProperty().subscribe(this::show);
    EngineMenu.install(chip, enginesBelow, engines, change, commands, texts);
    HoverTip.bind(chip, model.stateProperty().map(state -> state.chip().detail()));
    HoverTip.install(refreshBox, texts.text("header.refresh.tip"));
    HoverTip.bind(installBox, tip(HeaderState::blocked, "header.install.tip"));
    HoverTip.bind(pruneBox, model.stateProperty().map(this::pruneTip));
    HoverTip.bind(clearBox, tip(HeaderState::clearBlocked, "header.clear.tip"));
    appName.visibleProperty().bind(header.widthProperty().greaterThan(MIN_WIDTH_FOR_NAME));
    appName.managedProperty().bind(appName.visibleProperty());
    HoverTip.install(settings, texts.text("header.settings.tip"));
    header
        .widthProperty()
        .map(width -> width.doubleValue() < MIN_WIDTH_FOR_WORDS)
        .subscribe(this::shorten);
  }

  /** Search and prune need their room more than Clear needs its word. */
  private void shorten(boolean narrow) {
    clear.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    clear.getStyleClass().remove(ICON_ONLY);
    if (narrow) {
      clear.getStyleClass().add(ICON_ONLY);
    }
  }

  /** Puts the keyboard into the search field. */
  public void focusSearch() {
    searchController.focus();
  }

  /** The control beneath which the prune preview opens. */
  public Node pruneAnchor() {
    return prunePreview;
  }

  @FXML
  private void onRefresh() {
    commands.refresh();
  }

  @FXML
  private void onInstall() {
    commands.install();
  }

  @FXML
  private void onPrune() {
    commands.prune();
  }

  @FXML
  private void onPrunePreview() {
    commands.previewPrune(prunePreview);
  }

  @FXML
  private void onClear() {
    commands.clear();
  }

  @FXML
  private void onChooseEngine() {
    commands.chooseEngine();
  }

  @FXML
  private void onSample() {
    if (engine.isSample()) {
      engine.connect(Optional.empty());
    } else {
      engine.openSample();
    }
  }

  @FXML
  private void onSettings() {
    commands.openSettings();
  }

  @FXML
  private void onHelp() {
    commands.showHelp();
  }

  @FXML
  private void onKeys() {
    commands.showKeys();
  }

  @FXML
  private void onAbout() {
    commands.showAbout();
  }

  private void show(HeaderState state) {
    chip.setText(state.chip().text());
    chipDot.getStyleClass().setAll("dot", state.chip().dotClass());
    engineDetail.setText(state.chip().detail());
    sampleItem.setText(
        texts.text(state.chip().sample() ? "header.menu.real" : "header.menu.sample"));
    install.setDisable(!state.blocked().isEmpty());
    prune.setDisable(!state.pruneBlocked().isEmpty());
    prunePreview.setDisable(!state.blocked().isEmpty() || state.counting());
    clear.setDisable(!state.clearBlocked().isEmpty());
    pruneText.setText(state.pruneText());
    pruneEffect.setText(state.pruneEffect());
    prune.setAccessibleText(
        String.join(" ", state.pruneText(), state.pruneEffect(), state.pruneRule()).strip());
    pruneIcon.setName(state.counting() ? "clock" : "prune");
  }

  private String pruneTip(HeaderState state) {
    return state.pruneBlocked().isEmpty()
        ? texts.text("header.prune.tip", state.pruneRule())
        : state.pruneBlocked();
  }

  private ObservableValue<String> tip(Function<HeaderState, String> blocked, String key) {
    return model
        .stateProperty()
        .map(blocked)
        .map(reason -> reason.isEmpty() ? texts.text(key) : reason);
  }
}
