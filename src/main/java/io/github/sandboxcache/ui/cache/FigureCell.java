package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.Sparkline;
import io.github.sandboxcache.ui.cache.Figure.Graph;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Shows one key figure: name and note, value, graph. Where there is little room it says less, and
 * everything in its tooltip.
 */
public final class FigureCell extends Region {
  private static final double GAP = 6;
  private static final double ICON_GAP = 4;

  /** Between words and what stands at the right end. */
  private static final double APART = 12;

  private static final double BELOW_HEAD = 2;
  private static final double GRAPH_WIDTH = 100;
  private static final double MIN_GRAPH_WIDTH = 40;
  private static final double GRAPH_HEIGHT = 28;
  private static final double BAR_HEIGHT = 4;

  private final Label name = new Label();
  private final Icon icon = new Icon("check", Icon.TAG_SIZE);
  private final Label verdict = new Label();
  private final FittingLabel rest = new FittingLabel();
  private final Label value = new Label();
  private final FittingLabel after = new FittingLabel();
  private final Button offer = new Button();
  private final SegmentBar bar = new SegmentBar();
  private final Sparkline line = new Sparkline();
  private final TimeColumns columns = new TimeColumns();
  private List<String> offers = List.of();
  private final HoverTip tooltip = HoverTip.on(this);

  /** A cell without name and value yet. */
  public FigureCell() {
    getStyleClass().add("figure");
    setAccessibleRole(AccessibleRole.TEXT);
    name.getStyleClass().addAll("small", "text2");
    rest.getStyleClass().add("text2");
    value.getStyleClass().add("value");
    after.getStyleClass().add("text2");
    offer.getStyleClass().addAll("link", "small-text");
    offer.setVisible(false);
    List.of(name, verdict, value).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
    bar.getStyleClass().add("thin-bar");
    List.of(icon, bar, line, columns).forEach(part -> part.setVisible(false));
    getChildren().addAll(name, icon, verdict, rest, value, after, offer, bar, line, columns);
  }

  /** What the figure is called. */
  public String getTitle() {
    return name.getText();
  }

  /** Names the figure. */
  public void setTitle(String title) {
    name.setText(title);
  }

  /** Told when what it offers is chosen. */
  void setOnOffer(Runnable listener) {
    offer.setOnAction(_ -> listener.run());
  }

  void show(Figure figure) {
    value.setText(figure.value());
    after.setLengths(figure.after());
    offers = figure.offer();
    offer.setVisible(!offers.isEmpty());
    offer.setAccessibleText(offers.isEmpty() ? "" : offers.getFirst());
    verdict.setText(figure.note().verdict());
    Nodes.style(verdict, "label", "small", "medium", figure.note().tone());
    boolean marked = !figure.note().icon().isEmpty();
    icon.setVisible(marked);
    if (marked) {
      icon.setName(figure.note().icon());
    }
    Nodes.style(icon, "icon", figure.note().tone());
    rest.setLengths(figure.note().rest());
    bar.setVisible(figure.graph() instanceof Graph.Bar);
    line.setVisible(figure.graph() instanceof Graph.Line);
    columns.setVisible(figure.graph() instanceof Graph.Columns);
    switch (figure.graph()) {
      case Graph.Bar shown -> bar.setSegments(shown.parts());
      case Graph.Line shown -> line.setValues(shown.values());
      case Graph.Columns shown -> columns.setHeights(shown.heights());
      case Graph.None _ -> {}
    }
    String all = figure.spoken(name.getText());
    setAccessibleText(all);
    tooltip.setText(
        Stream.of(all, figure.tip()).filter(t -> !t.isEmpty()).collect(Collectors.joining("\n")));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double right = getWidth() - snappedRightInset();
    double bottom = getHeight() - snappedBottomInset();
    layoutHead(left, right, snappedTopInset());
    double top = name.getLayoutY() + name.getHeight() + BELOW_HEAD;
    boolean graph = line.isVisible() || columns.isVisible();
    place(value, left, top);
    double begin = left + value.getWidth() + GAP;
    double room = right - begin - (graph ? MIN_GRAPH_WIDTH + APART : 0);
    double offered = fitOffer(room);
    double width = after.fit(room - offered);
    after.resize(width, after.prefHeight(width));
    after.relocate(begin, top + value.getBaselineOffset() - after.getBaselineOffset());
    if (offered > 0) {
      double x = begin + (width > 0 ? width + GAP : 0) - offer.snappedLeftInset();
      double high = offer.prefHeight(offered);
      offer.resize(offered - GAP, high);
      offer.relocate(x, after.getLayoutY() + (after.getHeight() - high) / 2);
    }
    double free = right - begin - (width == 0 ? -GAP : width) - APART;
    double wide = Math.clamp(free, 0, GRAPH_WIDTH);
    for (Node drawn : List.of(line, columns)) {
      drawn.resizeRelocate(right - wide, bottom - GRAPH_HEIGHT, wide, GRAPH_HEIGHT);
    }
    bar.resizeRelocate(left, bottom - BAR_HEIGHT, right - left, BAR_HEIGHT);
  }

  /** Shortens what is offered until it fits; it is there in any case. */
  private double fitOffer(double room) {
    double width = 0;
    for (String text : offers) {
      offer.setText(text);
      width = offer.prefWidth(USE_COMPUTED_SIZE) + GAP;
      if (width <= room) {
        return width;
      }
    }
    return width;
  }

  /** The note ends at the right. */
  private void layoutHead(double left, double right, double top) {
    place(name, left, top);
    double marked = icon.isVisible() ? Icon.TAG_SIZE + ICON_GAP : 0;
    double judged = verdict.getText().isEmpty() ? 0 : verdict.prefWidth(USE_COMPUTED_SIZE);
    double gap = judged > 0 ? ICON_GAP : 0;
    double room = right - left - name.getWidth() - APART - marked - judged - gap;
    double width = rest.fit(room);
    double begin = right - width - (width > 0 ? gap : 0) - judged - marked;
    icon.resize(Icon.TAG_SIZE, Icon.TAG_SIZE);
    positionInArea(icon, begin, top, Icon.TAG_SIZE, name.getHeight(), 0, HPos.LEFT, VPos.CENTER);
    place(verdict, begin + marked, top);
    rest.resizeRelocate(right - width, top, width, rest.prefHeight(width));
  }

  private static void place(Label label, double x, double y) {
    double width = label.prefWidth(USE_COMPUTED_SIZE);
    label.resizeRelocate(x, y, width, label.prefHeight(width));
  }
}
