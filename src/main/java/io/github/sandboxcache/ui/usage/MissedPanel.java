package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.MissedSets.Row;
import io.github.sandboxcache.ui.usage.MissedSets.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The sets that sandboxes missed, each with a button, and one button for the first of them. */
final class MissedPanel extends VBox {
  /** Narrower than that, a row has no room for all it says. */
  private static final double MIN_WIDTH_FOR_MISSES = 300;

  private final Consumer<List<MissedSet>> onInstall;
  private final UiTexts texts;
  private final Button all = new Button();
  private final Label estimate = new Label();
  private final HBox head;
  private final Label nothing;
  private final List<Line> lines = new ArrayList<>();
  private List<MissedSet> chosen = List.of();

  /**
   * A panel without rows.
   *
   * @param onInstall told what is to be installed
   */
  MissedPanel(Consumer<List<MissedSet>> onInstall, UiTexts texts) {
    this.onInstall = onInstall;
    this.texts = texts;
    getStyleClass().add("missed");
    all.setGraphic(new Icon("download", Icon.ROW_SIZE));
    all.getStyleClass().addAll("link", "missed-all");
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.setOnAction(_ -> onInstall.accept(chosen));
    estimate.getStyleClass().addAll("small", "text2");
    HoverTip.bind(estimate, estimate.textProperty());
    head = new HBox(8, all, Nodes.spring(), estimate);
    head.setAlignment(Pos.CENTER_LEFT);
    nothing = new Label(texts.text("usage.missed.none"));
    nothing.getStyleClass().addAll("small", "text3");
    nothing.setWrapText(true);
    setMinHeight(0);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().addAll(head, nothing);
  }

  /** Shows these sets. Their nodes stay and only change, so that live data does not flicker. */
  void show(MissedSets missed) {
    chosen = missed.chosen();
    Nodes.show(head, !chosen.isEmpty());
    Nodes.show(nothing, missed.rows().isEmpty());
    all.setText(missed.action());
    all.setAccessibleText(missed.action() + ", " + missed.estimate());
    estimate.setText(missed.estimate());
    while (lines.size() > missed.rows().size()) {
      getChildren().remove(lines.removeLast());
    }
    while (lines.size() < missed.rows().size()) {
      Line line = new Line(set -> onInstall.accept(List.of(set)), texts);
      lines.add(line);
      getChildren().add(line);
    }
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).show(missed.rows().get(i));
    }
  }

  /** One set, which can be another one later. */
  private static final class Line extends HBox {
    private final UiTexts texts;
    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label misses = new Label();
    private final Label waited = new Label();
    private final Button install = new Button();
    private final Icon mark = new Icon("info", Icon.ROW_SIZE).styled("text3");
    private final HoverTip tip;

    /**
     * An empty row.
     *
     * @param onInstall told its set
     */
    Line(Consumer<MissedSet> onInstall, UiTexts texts) {
      super(8);
      this.texts = texts;
      dot.getStyleClass().add("dot");
      name.getStyleClass().add("small");
      misses.getStyleClass().addAll("small", "text2", "missed-count");
      misses.visibleProperty().bind(widthProperty().greaterThan(MIN_WIDTH_FOR_MISSES));
      misses.managedProperty().bind(misses.visibleProperty());
      waited.getStyleClass().addAll("small", "medium", "missed-wait");
      install.setGraphic(new Icon("download", Icon.TAG_SIZE));
      install.getStyleClass().addAll("quiet", "icon-only", "missed-install");
      install.setOnAction(_ -> onInstall.accept((MissedSet) getUserData()));
      getStyleClass().add("bar-row");
      getChildren().addAll(dot, Nodes.growing(name), misses, waited, new StackPane(install, mark));
      tip = HoverTip.on(this);
    }

    void show(Row row) {
      setUserData(row.set());
      Nodes.style(this, "bar-row", row.languageClass());
      name.setText(row.name());
      misses.setText(row.misses());
      waited.setText(row.waited());
      tip.setText(row.tip());
      boolean open = row.state() == State.OPEN;
      boolean focused = install.isFocused();
      install.setVisible(open);
      mark.setVisible(!open);
      mark.setName(row.state() == State.INSTALLING ? "clock" : "info");
      setFocusTraversable(!open);
      if (focused && !open) {
        requestFocus();
      }
      String said = row.name() + ", " + row.misses() + ", " + row.waited();
      install.setAccessibleText(texts.text("usage.missed.install-one", said));
      setAccessibleRole(AccessibleRole.TEXT);
      setAccessibleText(
          row.state() == State.INSTALLING ? texts.text("usage.missed.installing", said) : said);
    }
  }
}
