package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.MissedSets.Row;
import io.github.sandboxcache.ui.usage.MissedSets.State;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The sets that sandboxes missed, each with a button, and one button for the first of them. What is
 * cached now has a check mark instead.
 */
final class MissedPanel extends VBox {
  /** Narrower than that, a row has no room for all it says. */
  private static final double MIN_WIDTH_FOR_MISSES = 300;

  private final HoverTip estimateTip;
  private final Button all = new Button();
  private final Label estimate = new Label();
  private final HBox head;
  private final Label nothing;
  private final RowList<Row> rows;
  private List<MissedSet> chosen = List.of();
  private String brief = "";
  private String full = "";

  /**
   * A panel without rows.
   *
   * @param onInstall told what is to be installed
   */
  MissedPanel(Consumer<List<MissedSet>> onInstall, UiTexts texts) {
    getStyleClass().add("missed");
    all.setGraphic(new Icon("download", Icon.ROW_SIZE));
    all.getStyleClass().addAll("link", "missed-all");
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.setOnAction(_ -> onInstall.accept(chosen));
    estimate.getStyleClass().addAll("small", "text2");
    estimateTip = HoverTip.on(estimate);
    head = new HBox(8, all, Nodes.spring(), estimate);
    head.getStyleClass().add("all-row");
    nothing = new Label(texts.text("usage.missed.none"));
    nothing.getStyleClass().addAll("small", "text3", "missed-none");
    nothing.setWrapText(true);
    rows = new RowList<>(() -> new Line(set -> onInstall.accept(List.of(set)), texts));
    setMinHeight(0);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().addAll(head, nothing, rows);
    widthProperty().subscribe(this::fitEstimate);
  }

  /** Where there is no room for all, it says how long it takes, and the rest in the tooltip. */
  private void fitEstimate() {
    estimate.setText(full);
    if (head.prefWidth(-1) > getWidth()) {
      estimate.setText(brief);
    }
  }

  /** Shows these sets. Their nodes stay and only change, so that live data does not flicker. */
  void show(MissedSets missed) {
    chosen = missed.chosen();
    Nodes.show(head, !chosen.isEmpty());
    Nodes.show(nothing, !missed.anyMissing());
    all.setText(missed.action());
    all.setAccessibleText(missed.action() + ", " + missed.estimate());
    brief = missed.time();
    full = missed.estimate();
    estimateTip.setText(full);
    fitEstimate();
    rows.show(missed.rows());
  }

  /** Told which set is chosen. */
  void setOnChoose(Consumer<MissedSet> listener) {
    rows.setOnChoose(row -> listener.accept(row.set()));
  }

  /** Marks the set that everything is narrowed to. */
  void select(Predicate<MissedSet> which) {
    rows.select(row -> which.test(row.set()));
  }

  /** One set, which can be another one later. */
  private static final class Line extends RowList.Line<Row> {
    private final UiTexts texts;
    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label misses = new Label();
    private final Label waited = new Label();
    private final Button install = new Button();
    private final Icon mark = new Icon("info", Icon.ROW_SIZE);
    private final HoverTip tip;

    /**
     * An empty row.
     *
     * @param onInstall told its set
     */
    Line(Consumer<MissedSet> onInstall, UiTexts texts) {
      setSpacing(8);
      this.texts = texts;
      dot.getStyleClass().add("dot");
      name.getStyleClass().add("small");
      misses.getStyleClass().addAll("small", "text2", "missed-count");
      misses.visibleProperty().bind(widthProperty().greaterThan(MIN_WIDTH_FOR_MISSES));
      misses.managedProperty().bind(misses.visibleProperty());
      waited.getStyleClass().addAll("small", "medium", "missed-wait");
      install.setGraphic(new Icon("download", Icon.TAG_SIZE));
      install.getStyleClass().addAll("quiet", "icon-only", "missed-install");
      install.setOnAction(_ -> item().map(Row::set).ifPresent(onInstall));
      getChildren().addAll(dot, Nodes.growing(name), misses, waited, new StackPane(install, mark));
      tip = HoverTip.on(this);
    }

    @Override
    void draw(Row row) {
      look(row.languageClass());
      name.setText(row.name());
      misses.setText(row.misses());
      waited.setText(row.waited());
      tip.setText(row.tip());
      boolean open = row.state() == State.OPEN;
      boolean focused = install.isFocused();
      install.setVisible(open);
      mark.setVisible(!open);
      mark.setName(
          switch (row.state()) {
            case INSTALLING -> "clock";
            case CACHED -> "check";
            case OPEN, BLOCKED -> "info";
          });
      Nodes.style(mark, "icon", row.state() == State.CACHED ? "ok" : "text3");
      if (focused && !open) {
        requestFocus();
      }
      String said = row.name() + ", " + row.misses() + ", " + row.waited();
      install.setAccessibleText(texts.text("usage.missed.install-one", said));
      setAccessibleText(row.spoken(texts));
    }
  }
}
