package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableRow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What the row is: a group's name, an image's key, or the offer to show more. */
final class NameCell extends RowCell {
  private static final double CHECK_SIZE = 16;
  private static final double CHECK_X = -22;
  private static final double CHECK_Y = 5;

  private final UiTexts texts;
  private final Region dot = new Region();
  private final Label groupName = new Label();
  private final Label groupCount = new Label();
  private final HBox group = new HBox(8, dot, groupName, groupCount);
  private final Label name = new Label();
  private final Icon pin = new Icon("pin", Icon.ROW_SIZE);
  private final HBox image = new HBox(6, name, pin);
  private final StackPane check = new StackPane(new Icon("check", Icon.TAG_SIZE));
  private final BooleanProperty pinned = new SimpleBooleanProperty();

  /**
   * A cell.
   *
   * @param statusShown whether another column says that an image is pinned
   */
  NameCell(UiTexts texts, ObservableBooleanValue statusShown) {
    this.texts = texts;
    // A row that has the focus is told by its first cell.
    accessibleTextProperty().bind(tableRowProperty().flatMap(TreeTableRow::accessibleTextProperty));
    pin.styled("text2");
    pin.visibleProperty().bind(pinned.and(Bindings.not(statusShown)));
    pin.managedProperty().bind(pin.visibleProperty());
    dot.getStyleClass().add("dot");
    groupName.getStyleClass().add("semibold");
    groupCount.getStyleClass().add("text3");
    groupCount.setMinWidth(USE_PREF_SIZE);
    group.setAlignment(Pos.CENTER_LEFT);
    image.setAlignment(Pos.CENTER_LEFT);
    image.setPadding(new Insets(0, 0, 0, 4));
    check.getStyleClass().add("row-check");
    // Where groups have their chevron.
    check.setManaged(false);
    check.resizeRelocate(CHECK_X, CHECK_Y, CHECK_SIZE, CHECK_SIZE);
    image.getChildren().add(check);
  }

  @Override
  void showGroup(GroupRow row) {
    groupName.setText(row.name());
    groupCount.setText(texts.text("images.count", row.images()));
    setGraphic(group);
  }

  @Override
  void showImage(ImageRow row) {
    show(row.image().reference().tag(), "mono");
    pinned.set(row.pinned());
    tip(row.image().reference().toString());
  }

  @Override
  void showBase(BaseRow row) {
    String reference = row.image().reference().toString();
    show(reference.substring(SandboxReference.PREFIX.length()), "mono");
    tip(reference);
  }

  @Override
  void showMore(MoreRow row) {
    show(
        row.hidden() > 0
            ? texts.text("images.more", row.hidden())
            : texts.text("images.fewer", TableContents.SHOWN_WHEN_FOLDED),
        "more-link");
  }

  @Override
  void showInstalling(InstallingRow row) {
    show(row.image().reference().tag(), "mono", "text2");
    tip(row.image().reference().toString());
  }

  private void show(String text, String... styleClasses) {
    pinned.set(false);
    name.setText(text);
    Nodes.style(
        name, Stream.concat(Stream.of("label"), Stream.of(styleClasses)).toArray(String[]::new));
    setGraphic(image);
  }
}
