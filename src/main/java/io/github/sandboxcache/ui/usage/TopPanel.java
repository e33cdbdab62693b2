package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The packages or images in most hits, or what sandboxes missed. */
final class TopPanel extends VBox {
  private final UiTexts texts;
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.PACKAGES);
  private final Label sentence = new Label();
  private final HBox sentenceRow = new HBox(sentence);
  private final RowList<TopRows.Row> rows = new RowList<>(TopLine::new);
  private final MissedPanel missed;

  /** What the panel shows. */
  enum Kind {
    PACKAGES,
    IMAGES,
    MISSED
  }

  /**
   * A panel without rows.
   *
   * @param onInstall told which missed sets are to be installed
   */
  TopPanel(Consumer<List<MissedSet>> onInstall, UiTexts texts) {
    this.texts = texts;
    this.missed = new MissedPanel(onInstall, texts);
    setId("top");
    getStyleClass().addAll("chart-panel", "top");
    Label title = new Label(texts.text("usage.top"));
    title.getStyleClass().addAll("semibold", "small");
    title.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, Nodes.spring(), kinds());
    head.getStyleClass().add("chart-head");
    sentence.getStyleClass().addAll("small", "text3");
    HoverTip.bind(sentence, sentence.textProperty());
    sentenceRow.getStyleClass().add("all-row");
    rows.setMinHeight(0);
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().addAll(head, sentenceRow, rows, missed);
  }

  private SegmentedButton kinds() {
    Map<ToggleButton, Kind> choices = new LinkedHashMap<>();
    for (Kind each : Kind.values()) {
      choices.put(
          new ToggleButton(texts.text("usage.top." + each.name().toLowerCase(Locale.ROOT))), each);
    }
    SegmentedButton segments = new SegmentedButton(choices.keySet().toArray(ToggleButton[]::new));
    segments.setMaxHeight(Region.USE_PREF_SIZE);
    segments.setMinWidth(Region.USE_PREF_SIZE);
    segments.getStyleClass().addAll("segments", "small-segments");
    ChoiceSegments.bind(segments, choices, kind);
    return segments;
  }

  /** What it shows. */
  ReadOnlyObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** Shows that part of the charts which is chosen. */
  void show(UsageCharts charts) {
    boolean sets = kind.get() == Kind.MISSED;
    Nodes.show(sentenceRow, !sets);
    Nodes.show(rows, !sets);
    Nodes.show(missed, sets);
    switch (kind.get()) {
      case PACKAGES -> show(charts.packages());
      case IMAGES -> show(charts.images());
      case MISSED -> missed.show(charts.missed());
    }
  }

  private void show(TopRows top) {
    sentence.setText(top.rows().isEmpty() ? texts.text("usage.top.none") : top.sentence());
    rows.show(top.rows());
  }

  /** Told which package or image is chosen. */
  void setOnChoose(Consumer<TopRows.Subject> listener) {
    rows.setOnChoose(row -> listener.accept(row.subject()));
  }

  /** Told which missed set is chosen. */
  void setOnChooseSet(Consumer<MissedSet> listener) {
    missed.setOnChoose(listener);
  }

  /** Marks the package or image that everything is narrowed to. */
  void select(Predicate<TopRows.Subject> which) {
    rows.select(row -> which.test(row.subject()));
  }

  /** Marks the missed set that everything is narrowed to. */
  void selectSet(Predicate<MissedSet> which) {
    missed.select(which);
  }

  /** One bar. */
  private static final class TopLine extends RowList.Line<TopRows.Row> {
    private final Label name = new Label();
    private final SegmentBar bar = new SegmentBar();
    private final Label hits = new Label();
    private final HoverTip tip = HoverTip.on(this);

    TopLine() {
      Region dot = new Region();
      dot.getStyleClass().add("dot");
      HBox who = new HBox(8, dot, name);
      who.setAlignment(Pos.CENTER_LEFT);
      who.getStyleClass().add("top-name");
      name.getStyleClass().add("small");
      bar.getStyleClass().add("chart-bar");
      hits.getStyleClass().addAll("small", "top-hits");
      getChildren().addAll(who, Nodes.growing(bar), hits);
    }

    @Override
    void draw(TopRows.Row row) {
      look(row.look());
      name.setText(row.name());
      bar.setSegments(List.of(Segment.plain(row.share(), "own")));
      hits.setText(row.hits());
      tip.setText(row.tip());
      setAccessibleText(row.said());
    }
  }
}
