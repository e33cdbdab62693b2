package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.Optional;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The hit rates of one language as a strip of cells, with dates beneath. A cell narrows the list to
 * its time when it is chosen, by a click or by keys as {@link CellKeys} says; Enter before any cell
 * is marked narrows it to the language. FX thread only.
 */
public final class CourseStrip extends VBox {
  private final FilterModel filter;
  private final UiTexts texts;
  private final HeatStrip strip;
  private final CellKeys keys;
  private final Label begin = new Label();
  private Optional<LanguageCourse> shown = Optional.empty();

  /** A strip without cells. */
  public CourseStrip(FilterModel filter, UiTexts texts) {
    this.filter = filter;
    this.texts = texts;
    this.strip = new HeatStrip(texts);
    Label end = new Label(texts.text("usage.now"));
    begin.getStyleClass().add("axis-label");
    end.getStyleClass().add("axis-label");
    getStyleClass().add("course-strip");
    getChildren().addAll(strip, new HBox(begin, Nodes.spring(), end));
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    strip.setOnChoose(this::choose);
    keys = new CellKeys(this, strip, this::choose, _ -> say());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    filter.filterProperty().subscribe(_ -> markChosen());
  }

  /** Shows that course. */
  public void show(LanguageCourse course) {
    shown = Optional.of(course);
    begin.setText(BucketText.tick(course.cells().buckets(), 0));
    keys.show(course.cells());
    markChosen();
  }

  private void choose(Cell cell) {
    shown.ifPresent(course -> filter.toggle(of(course, cell)));
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      fire();
      event.consume();
    }
  }

  private void fire() {
    wanted().ifPresent(filter::toggle);
  }

  /** What would be chosen now. */
  private Optional<CacheFilter> wanted() {
    return shown.map(
        course ->
            keys.marked()
                .map(cell -> of(course, cell))
                .orElseGet(() -> new OfLanguage(course.language())));
  }

  private static CacheFilter of(LanguageCourse course, Cell cell) {
    return course.cells().hits(Optional.of(course.language()), cell);
  }

  private void markChosen() {
    strip.choose(
        shown.flatMap(
            course ->
                course.cells().cells().stream()
                    .filter(cell -> filter.isChosen(of(course, cell)))
                    .findAny()));
    notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
  }

  private void say() {
    shown.ifPresent(
        course -> {
          setAccessibleText(
              keys.marked()
                  .map(cell -> HeatText.said(course.name(), course.cells(), cell, texts))
                  .orElse(course.said()));
          notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? wanted().filter(filter::isChosen).isPresent()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      fire();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
