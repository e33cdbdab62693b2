package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.cache.GroupDetails.Choice;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A missed set that can be chosen to be installed. It can be another one later. */
final class MissedChoice extends HBox {
  private static final double GAP = 8;

  private final CheckBox box = new CheckBox();
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
  MissedChoice(BiConsumer<CacheReference, Boolean> onChoose) {
    super(GAP);
    getStyleClass().add("missed-choice");
    setAlignment(Pos.CENTER_LEFT);
    box.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    box.setOnAction(_ -> set.ifPresent(reference -> onChoose.accept(reference, box.isSelected())));
    name.getStyleClass().add("small");
    name.setMinWidth(0);
    name.setOnMouseClicked(_ -> box.fire());
    misses.getStyleClass().addAll("small", "text2");
    waited.getStyleClass().addAll("small", "medium", "group-waited");
    misses.setMinWidth(USE_PREF_SIZE);
    waited.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(box, name, Nodes.spring(), misses, waited);
  }

  void show(Choice choice) {
    set = Optional.of(choice.row().set().reference());
    box.setSelected(choice.chosen());
    setDisable(!choice.isOpen());
    name.setText(choice.row().name());
    misses.setText(choice.row().misses());
    waited.setText(choice.row().waited());
    tip.setText(choice.row().tip());
    box.setAccessibleText(String.join(", ", name.getText(), misses.getText(), waited.getText()));
  }

  @Override
  public void requestFocus() {
    box.requestFocus();
  }
}
