package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What all images take and those of each language, row by row beside the hit rates. */
final class SizesPanel extends VBox {
  /** What is free at the right of the rows, where a scroll bar may stand. */
  private static final double RIGHT = 10;

  private final SizeLine all = new SizeLine();
  private final RowList<SizeRows.Row> languages = new RowList<>(SizeLine::new);
  private final ScrollPane scroll = ChartScroll.of(languages);

  /** A panel without rows. */
  SizesPanel(UiTexts texts) {
    setId("sizes");
    getStyleClass().addAll("chart-panel", "sizes");
    Label title = new Label(texts.text("usage.size"));
    title.getStyleClass().addAll("semibold", "small");
    title.setMinWidth(USE_PREF_SIZE);
    HBox head =
        new HBox(
            title,
            Nodes.spring(),
            key("packages", texts.text("usage.size.packages")),
            key("base", texts.text("usage.size.base")));
    head.getStyleClass().add("chart-head");
    all.setAccessibleRole(AccessibleRole.TEXT);
    all.setFocusTraversable(true);
    scroll.viewportBoundsProperty().subscribe(_ -> makeRoom());
    getChildren().addAll(head, all, scroll);
  }

  private static HBox key(String styleClass, String text) {
    Region sample = new Region();
    sample.getStyleClass().addAll("size-key", styleClass);
    Label label = new Label(text);
    label.getStyleClass().addAll("axis-label");
    label.setMinWidth(USE_PREF_SIZE);
    HBox key = new HBox(sample, label);
    key.getStyleClass().add("chart-key");
    return key;
  }

  /** The bar stands in the free space, so that nothing moves when it comes. */
  private void makeRoom() {
    double bar = Math.max(0, scroll.getWidth() - scroll.getViewportBounds().getWidth());
    languages.setPadding(new Insets(0, Math.max(0, RIGHT - bar), 0, 0));
  }

  /** Shows these sizes. */
  void show(SizeRows rows) {
    all.draw(rows.all());
    languages.show(rows.languages());
  }

  /** Told which language is chosen. */
  void setOnChoose(Consumer<Optional<Language>> listener) {
    languages.setOnChoose(row -> listener.accept(row.language()));
  }

  /** Marks that language as the one that everything is narrowed to, or none. */
  void select(Optional<Language> language) {
    languages.select(row -> language.isPresent() && row.language().equals(language));
  }

  /** The rows of the languages, which scroll where there is no room for all. */
  ScrollPane scroll() {
    return scroll;
  }

  /** One bar. */
  private static final class SizeLine extends RowList.Line<SizeRows.Row> {
    private final SegmentBar bar = new SegmentBar();
    private final Label value = new Label();
    private final HoverTip tip = HoverTip.on(this);

    SizeLine() {
      bar.getStyleClass().add("chart-bar");
      value.getStyleClass().addAll("small", "size-value");
      getChildren().addAll(Nodes.growing(bar), value);
    }

    @Override
    void draw(SizeRows.Row row) {
      look(row.look());
      bar.setSegments(row.bar());
      value.setText(row.value());
      tip.setText(row.tip());
      setAccessibleText(row.said());
    }
  }
}
