package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A drawing of the table to come, for the eye alone. */
final class GhostTable {
  private static final double BAR = 8;
  private static final double CHIP = 16;
  private static final double KEY_WIDTH = 88;
  private static final double KEY_COLUMN = 142;
  private static final double SIZE_WIDTH = 48;
  private static final double USED_WIDTH = 56;
  private static final double NARROW = 48;

  /**
   * A group of rows.
   *
   * @param language its language
   * @param chips widths of the two chips of each row
   */
  private record Group(Language language, List<double[]> chips) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              Language.PYTHON,
              List.of(new double[] {60, 70}, new double[] {50, 80}, new double[] {80, 50})),
          new Group(Language.TYPESCRIPT, List.of(new double[] {76, 54}, new double[] {56, 72})),
          new Group(Language.GO, List.of(new double[] {58, 72}, new double[] {46, 84})));

  private GhostTable() {}

  /**
   * Draws it into a box.
   *
   * @param heads the titles of the four columns
   */
  static void drawInto(VBox box, List<String> heads) {
    box.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    HBox head = new HBox();
    head.getStyleClass().add("ghost-head");
    Label image = head(heads.get(0));
    image.setMinWidth(KEY_COLUMN);
    Label size = head(heads.get(2));
    size.setMinWidth(SIZE_WIDTH + CHIP);
    Label used = head(heads.get(3));
    used.setMinWidth(USED_WIDTH + BAR);
    head.getChildren().addAll(image, head(heads.get(1)), spring(), size, used);
    box.getChildren().add(head);
    for (Group group : GROUPS) {
      Region dot = new Region();
      dot.getStyleClass().addAll("dot", LanguageLook.styleClass(group.language()));
      Label name = new Label(LanguageLook.displayName(group.language()));
      name.getStyleClass().add("semibold");
      Node strongSize = bar(SIZE_WIDTH, BAR, "strong");
      Node strongUsed = bar(USED_WIDTH, BAR, "strong");
      HBox.setMargin(strongUsed, new Insets(0, BAR, 0, BAR));
      HBox row =
          new HBox(new Icon("down", Icon.ROW_SIZE), dot, name, spring(), strongSize, strongUsed);
      row.getStyleClass().add("ghost-group");
      box.getChildren().add(row);
      group.chips().forEach(chips -> box.getChildren().add(row(chips)));
    }
  }

  private static Node row(double[] chips) {
    HBox key = new HBox(bar(KEY_WIDTH, BAR));
    key.setAlignment(Pos.CENTER_LEFT);
    key.setMinWidth(KEY_COLUMN - 4);
    Node used = bar(NARROW, BAR);
    HBox.setMargin(used, new Insets(0, CHIP, 0, CHIP));
    HBox row =
        new HBox(
            key, bar(chips[0], CHIP), bar(chips[1], CHIP), spring(), bar(NARROW - BAR, BAR), used);
    row.getStyleClass().add("ghost-row");
    return row;
  }

  private static Node bar(double width, double height, String... styles) {
    Region bar = new Region();
    bar.getStyleClass().add("ghost-bar");
    bar.getStyleClass().addAll(styles);
    bar.setPrefSize(width, height);
    bar.setMinHeight(height);
    bar.setMaxSize(width, height);
    return bar;
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("text2", "small");
    return label;
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }
}
