package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.AgeText;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A layer: what made it, when, who has it, and its bytes; a stripe at the left says whose it is.
 */
final class LayerCell extends ListCell<LayerRow> {
  private final boolean wide;
  private final UiTexts texts;
  private final AgeText age;
  private final Region stripe = new Region();
  private final Label title = new Label();
  private final Label sub = new Label();
  private final Label when = new Label();
  private final Label sharing = new Label();
  private final SegmentBar bar = new SegmentBar();
  private final Label size = new Label();
  private final HBox box;
  private final HoverTip tooltip = HoverTip.on(this);
  private Optional<LayerRow> shown = Optional.empty();

  LayerCell(boolean wide, Ticker ticker, UiTexts texts) {
    this.wide = wide;
    this.texts = texts;
    this.age = new AgeText(ticker, this::tellAge);
    title.setMinWidth(0);
    sub.setMinWidth(0);
    sub.getStyleClass().addAll("axis", "text2");
    size.getStyleClass().addAll("small", "medium", "layers-bytes-of");
    size.setMinWidth(USE_PREF_SIZE);
    VBox words = Nodes.growing(new VBox(title, sub));
    words.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("layer-words");
    box = new HBox(stripe, words);
    if (wide) {
      sub.getStyleClass().add("mono-axis");
      when.getStyleClass().addAll("small", "text2", "layers-age");
      sharing.getStyleClass().addAll("small", "layers-sharing");
      bar.getStyleClass().add("layer-bar");
      size.getStyleClass().add("layers-size-of");
      box.getChildren().addAll(when, sharing, bar);
    }
    box.getChildren().add(size);
    box.getStyleClass().add("layer-row");
    getStyleClass().add("layer-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable LayerRow row, boolean empty) {
    super.updateItem(row, empty);
    shown = empty ? Optional.empty() : Optional.ofNullable(row);
    if (shown.isEmpty()) {
      setGraphic(null);
      setAccessibleText("");
      tooltip.setText("");
      age.show(Optional.empty());
      return;
    }
    LayerRow layer = shown.get();
    Nodes.style(stripe, "layer-stripe", layer.styleClass());
    Nodes.style(
        title, "label", layer.named() ? "medium" : "mono", layer.named() ? "small" : "mono");
    title.setText(layer.title());
    sub.setText(layer.digest());
    sharing.setText(layer.sharing(texts));
    bar.setSegments(
        List.of(
            Segment.plain(1 - layer.share(), "none"),
            Segment.plain(layer.share(), layer.styleClass())));
    size.setText(ByteText.cell(Optional.of(layer.size())));
    tellAge(texts.text("layers.age.unknown"));
    age.show(layer.createdAt());
    tooltip.setText(
        String.join(
            "\n",
            layer.title(),
            layer.digest(),
            UseText.date(layer.createdAt()),
            ByteText.exact(Optional.of(layer.size()))));
    setGraphic(box);
  }

  private void tellAge(String words) {
    shown.ifPresent(
        layer -> {
          when.setText(words);
          if (!wide) {
            sub.setText(
                layer.layers() > 1
                    ? texts.text("layers.sub.base", words, layer.layers(), layer.sharing(texts))
                    : texts.text("layers.sub", words, layer.sharing(texts)));
          }
          setAccessibleText(
              texts.text(
                  "layers.spoken", layer.title(), words, layer.sharing(texts), size.getText()));
        });
  }
}
