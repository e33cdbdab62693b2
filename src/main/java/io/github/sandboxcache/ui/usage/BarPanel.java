package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.NamedArg;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled bar chart; says so when there is no data. */
public final class BarPanel extends VBox {
  private static final double HEAD_HEIGHT = 20;

  private final boolean dots;
  private final Label note = new Label();
  private final VBox box = new VBox();
  private final List<BarLine> rows = new ArrayList<>();
  private final VBox nothing;
  private final HBox head;
  private Consumer<String> onChoose = _ -> {};

  /**
   * A panel without rows.
   *
   * @param title what it is about
   * @param dots whether the rows stand for languages and have their dots
   * @param icon shown while there is no data
   * @param empty what that means
   * @param emptyHint what brings data
   */
  public BarPanel(
      @NamedArg("title") String title,
      @NamedArg("dots") boolean dots,
      @NamedArg("icon") String icon,
      @NamedArg("empty") String empty,
      @NamedArg("emptyHint") String emptyHint) {
    this.dots = dots;
    getStyleClass().add("bar-panel");
    Label name = new Label(title);
    name.getStyleClass().addAll("semibold", "small");
    note.getStyleClass().addAll("small", "text3");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    head = new HBox(6, name, note, spring);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(HEAD_HEIGHT);
    Label what = new Label(empty, new Icon(icon).styled("text3"));
    what.getStyleClass().addAll("medium", "small", "text2");
    what.setGraphicTextGap(8);
    Label hint = new Label(emptyHint);
    hint.getStyleClass().addAll("small", "text3", "no-data-hint");
    hint.setWrapText(true);
    nothing = new VBox(4, what, hint);
    nothing.getStyleClass().add("no-data");
    box.setMinHeight(0);
    VBox.setVgrow(box, Priority.ALWAYS);
    getChildren().addAll(head, nothing, box);
  }

  /** Puts a control at the right of the title. */
  void addToHead(Node control) {
    head.getChildren().add(control);
  }

  /** Told the key of a row that is clicked, or on which Enter or the space bar is pressed. */
  void setOnChoose(Consumer<String> listener) {
    onChoose = listener;
  }

  /** Shows these rows. Their nodes stay and only change, so that live data does not flicker. */
  void show(String text, List<BarRow> bars) {
    note.setText(text);
    nothing.setVisible(bars.isEmpty());
    nothing.setManaged(bars.isEmpty());
    while (rows.size() > bars.size()) {
      box.getChildren().remove(rows.removeLast());
    }
    while (rows.size() < bars.size()) {
      BarLine row = new BarLine(dots, key -> onChoose.accept(key));
      rows.add(row);
      box.getChildren().add(row);
    }
    for (int i = 0; i < bars.size(); i++) {
      rows.get(i).show(bars.get(i));
    }
  }
}
