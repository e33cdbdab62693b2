package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.model.CacheModel;
import io.github.sandboxcache.ui.shell.LayoutModel;
import io.github.sandboxcache.ui.theme.Icon;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Shows the charts of the cache; folds to its title row. */
public final class UsageController {
  private static final double LEAST_FOR_CHARTS = 860;

  private final CacheModel cache;
  private final LayoutModel layout;
  private final UiTexts texts;

  @FXML private Node panels;
  @FXML private BarPanel hitRates;
  @FXML private BarPanel sizes;
  @FXML private BarPanel packages;
  @FXML private Label summary;
  @FXML private Button fold;
  @FXML private Icon foldIcon;

  private boolean wideEnough = true;

  /** Follows that cache. */
  public UsageController(CacheModel cache, LayoutModel layout, UiTexts texts) {
    this.cache = cache;
    this.layout = layout;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    cache.viewProperty().map(view -> UsageCharts.of(view, texts)).subscribe(this::show);
    layout
        .usageFoldedProperty()
        .subscribe(
            folded -> {
              placePanels();
              foldIcon.setName(folded ? "up" : "down");
              fold.setAccessibleText(texts.text(folded ? "usage.unfold" : "usage.fold"));
            });
  }

  /** Says how wide the strip is, in pixels; a narrow one has no room for charts. */
  public void setAvailableWidth(double width) {
    if (wideEnough != width >= LEAST_FOR_CHARTS) {
      wideEnough = !wideEnough;
      placePanels();
    }
  }

  /** Puts the keyboard into the strip. */
  public void focus() {
    fold.requestFocus();
  }

  /** Whether the keyboard is in the strip. */
  public boolean isFocused() {
    return fold.isFocused();
  }

  @FXML
  private void onFold() {
    layout.toggleUsage();
  }

  private void placePanels() {
    boolean shown = wideEnough && !layout.usageFoldedProperty().get();
    panels.setVisible(shown);
    panels.setManaged(shown);
    fold.setDisable(!wideEnough);
  }

  private void show(UsageCharts charts) {
    hitRates.show(
        charts.hitRates().isEmpty() ? "" : texts.text("usage.hit-rate.note"), charts.hitRates());
    sizes.show(charts.sizes().isEmpty() ? "" : texts.text("usage.size.note"), charts.sizes());
    packages.show(
        charts.packages().isEmpty() ? "" : texts.text("usage.packages.note"), charts.packages());
    summary.setText(charts.summary());
  }
}
