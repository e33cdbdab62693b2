package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of a comparison; its bar grows left where the second image is smaller, else right. */
final class CompareCell extends ListCell<CompareRow> {
  private static final String SECTION = "compare-section";

  private final UiTexts texts;
  private final Icon icon = new Icon("plus", Icon.TAG_SIZE);
  private final Label name = Nodes.growing(new Label());
  private final Label count = new Label();
  private final Label first = new Label();
  private final Label second = new Label();
  private final DifferenceBar bar = new DifferenceBar();
  private final Label difference = new Label();
  private final HBox box;
  private final HoverTip tooltip = HoverTip.on(this);

  CompareCell(UiTexts texts) {
    this.texts = texts;
    count.getStyleClass().addAll("small", "text3");
    first.getStyleClass().addAll("small", "text2", "compare-version");
    second.getStyleClass().addAll("small", "compare-version");
    difference.getStyleClass().addAll("small", "compare-difference");
    HBox named = Nodes.growing(new HBox(8, icon, name, count));
    named.setAlignment(Pos.CENTER_LEFT);
    box = new HBox(8, named, first, second, bar, difference);
    box.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable CompareRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().remove(SECTION);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText("");
      tooltip.setText("");
      return;
    }
    boolean section = row.section();
    if (section) {
      getStyleClass().add(SECTION);
    }
    if (!row.icon().isEmpty()) {
      icon.setName(row.icon());
    }
    Nodes.show(icon, !section);
    icon.setVisible(!row.icon().isEmpty());
    Nodes.style(name, "label", "small", section ? "semibold" : "name");
    name.setText(row.name());
    name.setMaxWidth(section ? USE_PREF_SIZE : Double.MAX_VALUE);
    count.setText(row.count() == 0 ? "" : Integer.toString(row.count()));
    first.setText(row.first());
    second.setText(row.second());
    bar.show(row.share(), section);
    difference.setText(row.difference(texts));
    String versions = section ? "" : row.first() + " → " + row.second();
    tooltip.setText(section ? "" : row.name() + "\n" + versions);
    setAccessibleText(
        String.join(" ", row.name(), count.getText(), versions, difference.getText()));
    setGraphic(box);
  }

  /** Grows from a line in its middle. */
  private static final class DifferenceBar extends Pane {
    private static final double HEIGHT = 8;

    private final Region middle = new Region();
    private final Region grown = new Region();
    private double share;

    DifferenceBar() {
      getStyleClass().add("compare-bar");
      middle.getStyleClass().add("compare-middle");
      getChildren().addAll(middle, grown);
    }

    void show(double nextShare, boolean section) {
      share = nextShare;
      middle.setVisible(!section);
      Nodes.style(grown, share < 0 ? "compare-less" : "compare-more");
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double half = snapPositionX(getWidth() / 2);
      double length = share == 0 ? 0 : Math.max(2, Math.abs(share) * half);
      middle.resizeRelocate(half, -8, 1, getHeight() + 16);
      double y = snapPositionY((getHeight() - HEIGHT) / 2);
      grown.resizeRelocate(share < 0 ? half - length : half + 1, y, length, HEIGHT);
    }
  }
}
