package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A row: its ground, its language's colours, and for groups the chevron. */
final class ImagesRow extends TreeTableRow<TableRow> {
  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass LEAVING = PseudoClass.getPseudoClass("leaving");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass CHOOSING = PseudoClass.getPseudoClass("choosing");
  private static final double CHEVRON_WIDTH = 26;
  private static final double CHEVRON_LEFT = 11;

  private final UiTexts texts;
  private final ObservableSet<String> leaving;
  private final SetChangeListener<String> leavingListener;
  private final ObservableValue<ImageChoice> choice;
  private final InvalidationListener choiceListener;
  private Subscription value = Subscription.EMPTY;
  private String languageClass = LanguageLook.UNKNOWN;

  ImagesRow(
      Consumer<MoreRow> onMore,
      ObservableSet<String> leaving,
      ObservableValue<ImageChoice> choice,
      UiTexts texts) {
    this.texts = texts;
    this.choice = choice;
    this.choiceListener = _ -> showChosen();
    choice.addListener(new WeakInvalidationListener(choiceListener));
    this.leaving = leaving;
    this.leavingListener = _ -> showLeaving();
    leaving.addListener(new WeakSetChangeListener<>(leavingListener));
    StackPane disclosure = new StackPane(new Icon("right", Icon.ROW_SIZE));
    disclosure.setAlignment(Pos.CENTER_LEFT);
    disclosure.setPadding(new Insets(7, 0, 7, CHEVRON_LEFT));
    disclosure.setMinWidth(CHEVRON_WIDTH);
    disclosure.setPrefWidth(CHEVRON_WIDTH);
    disclosure.getStyleClass().setAll("tree-disclosure-node");
    setDisclosureNode(disclosure);
    getStyleClass().add(languageClass);
    treeItemProperty()
        .addListener(
            (_, _, item) -> {
              value.unsubscribe();
              value =
                  item == null
                      ? Subscription.EMPTY
                      : item.valueProperty().subscribe((_, row) -> updateItem(row, row == null));
            });
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof MoreRow more) {
            onMore.accept(more);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable TableRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean filled = !empty && row != null;
    showLeaving();
    showChosen();
    pseudoClassStateChanged(GROUP, filled && row instanceof GroupRow);
    pseudoClassStateChanged(FIRST, getIndex() == 0);
    if (filled && row != null) {
      setLanguageClass(row.languageClass());
    }
  }

  private void showLeaving() {
    TableRow row = isEmpty() ? null : getItem();
    pseudoClassStateChanged(
        LEAVING, row instanceof ImageRow image && leaving.contains(image.key()));
  }

  private void showChosen() {
    ImageChoice now = choice.getValue();
    TableRow row = isEmpty() ? null : getItem();
    boolean image = row instanceof ImageRow;
    pseudoClassStateChanged(CHOOSING, image && !now.isEmpty());
    pseudoClassStateChanged(CHOSEN, image && row != null && now.keys().contains(row.key()));
    if (row != null) {
      setAccessibleText(SpokenRow.of(row, now.keys().contains(row.key()), texts));
    }
  }

  private void setLanguageClass(String next) {
    if (!next.equals(languageClass)) {
      getStyleClass().remove(languageClass);
      getStyleClass().add(next);
      languageClass = next;
    }
  }
}
