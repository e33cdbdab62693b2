package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.GroupDetails.Choice;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * A missed set that can be chosen to be installed, or with a check mark where it is cached now. It
 * can be another one later.
 */
final class MissedChoice extends HBox {
  private static final double GAP = 8;

  private final CheckBox box = new CheckBox();
  private final Icon mark = new Icon("check", Icon.ROW_SIZE).styled("ok");
  private final UiTexts texts;
  private final Label name = new Label();
  private final Label misses = new Label();
  private final Label waited = new Label();
  private final HoverTip tip = HoverTip.on(this);
  private Optional<CacheReference> set = Optional.empty();

  /**
   * Without a set yet.
   *
   * @param onChoose told the set, and whether it is chosen
   */
  MissedChoice(BiConsumer<CacheReference, Boolean> onChoose, UiTexts texts) {
    super(GAP);
    this.texts = texts;
    getStyleClass().add("missed-choice");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    box.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    box.setOnAction(_ -> set.ifPresent(reference -> onChoose.accept(reference, box.isSelected())));
    name.getStyleClass().add("small");
    name.setMinWidth(0);
    name.setOnMouseClicked(_ -> click());
    misses.getStyleClass().addAll("small", "text2");
    waited.getStyleClass().addAll("small", "medium", "group-waited");
    misses.setMinWidth(USE_PREF_SIZE);
    waited.setMinWidth(USE_PREF_SIZE);
    StackPane place = new StackPane(box, mark);
    place.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(place, name, Nodes.spring(), misses, waited);
  }

  private void click() {
    if (box.isVisible()) {
      box.fire();
    }
  }

  void show(Choice choice) {
    boolean focused = box.isFocused();
    set = Optional.of(choice.row().set().reference());
    box.setSelected(choice.chosen());
    box.setVisible(!choice.isCached());
    mark.setVisible(choice.isCached());
    setDisable(!choice.isOpen() && !choice.isCached());
    // Without a box, the row itself has the keyboard, so that it is read out.
    setFocusTraversable(choice.isCached());
    if (focused && choice.isCached()) {
      requestFocus();
    }
    name.setText(choice.row().name());
    misses.setText(choice.row().misses());
    waited.setText(choice.row().waited());
    tip.setText(choice.row().tip());
    String spoken = choice.row().spoken(texts);
    setAccessibleText(spoken);
    box.setAccessibleText(spoken);
  }

  /** Whether it can be chosen. */
  boolean isOpen() {
    return box.isVisible() && !isDisabled();
  }

  @Override
  public void requestFocus() {
    if (box.isVisible()) {
      box.requestFocus();
    } else {
      super.requestFocus();
    }
  }
}
