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
              panels.setVisible(!folded);
              panels.setManaged(!folded);
              foldIcon.setName(folded ? "up" : "down");
              fold.setAccessibleText(texts.text(folded ? "usage.unfold" : "usage.fold"));
            });
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

  private void show(UsageCharts charts) {
    hitRates.show(
        charts.hitRates().isEmpty() ? "" : texts.text("usage.hit-rate.note"), charts.hitRates());
    sizes.show(charts.sizes().isEmpty() ? "" : texts.text("usage.size.note"), charts.sizes());
    packages.show(
        charts.packages().isEmpty() ? "" : texts.text("usage.packages.note"), charts.packages());
    summary.setText(charts.summary());
  }
}
