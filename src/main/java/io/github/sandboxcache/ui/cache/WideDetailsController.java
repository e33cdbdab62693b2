package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The head of the pane's wide form: what the image is, what can be done with it, what it takes. */
public final class WideDetailsController {
  private final CacheModel cache;
  private final Ticker ticker;
  private final UiTexts texts;

  @FXML private FlowPane marks;
  @FXML private Label sentence;
  @FXML private Label saving;
  @FXML private ImageButtonsController imageButtonsController;
  @FXML private SegmentBar bar;
  @FXML private FlowPane parts;
  @FXML private Label total;

  private HoverTip totalTip;

  /** Tells of use in the range that is shown. */
  public WideDetailsController(CacheModel cache, Ticker ticker, UiTexts texts) {
    this.cache = cache;
    this.ticker = ticker;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    imageButtonsController.widen();
    HoverTip.install(saving, WorthText.rule(texts));
    totalTip = HoverTip.install(total, "");
  }

  void show(Details details) {
    DetailLists.fill(marks, details.marks());
    marks.getChildren().add(sentence);
    Nodes.show(marks, true);
    saving.setText(details.saving());
    Nodes.show(saving, !details.saving().isEmpty());
    bar.setSegments(details.size().bar());
    parts.getChildren().setAll(PartRow.wide(details.size()));
    total.setText(details.size().total());
    totalTip.setText(details.size().totalTip());
  }

  void showUse(TableRow row) {
    boolean cached = row instanceof TableRow.ImageRow;
    if (row instanceof TableRow.ImageRow image) {
      UseText words = UseText.of(image, cache.view().usage().range(), ticker.now(), texts);
      sentence.setText(words.sentence());
    } else {
      sentence.setText("");
    }
    sentence.setManaged(cached);
  }
}
