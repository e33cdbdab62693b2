package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Treemap.Tile;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The largest directories as areas; what of them is waste is hatched at the bottom of each. */
public final class TreemapView extends Pane {
  private static final double GAP = 1;
  private static final double PADDING = 4;
  private static final double MIN_WIDTH_FOR_WORDS = 30;
  private static final double LINE = 15;

  /** From here on there is no room for words beside the hatching, so they stand on it. */
  private static final double NEARLY_ALL = 0.8;

  private final List<Cell> cells = new ArrayList<>();

  /** Without directories yet. */
  public TreemapView() {
    getStyleClass().add("treemap");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinWidth(0);
  }

  /** Shows those directories, the largest first. */
  void show(List<DirectoryTile> tiles, UiTexts texts) {
    getChildren().clear();
    cells.clear();
    for (DirectoryTile tile : tiles) {
      Cell cell = new Cell(tile, texts);
      cells.add(cell);
      getChildren().add(cell);
    }
    setAccessibleText(
        texts.text(
            "contents.treemap",
            String.join(
                ", ", cells.stream().limit(3).map(cell -> cell.name + " " + cell.size).toList())));
    requestLayout();
  }

  /** Marks those cells, by their place in the list that is shown, and no others. */
  void mark(List<Integer> marked) {
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).mark.setVisible(marked.contains(i));
    }
  }

  @Override
  protected void layoutChildren() {
    List<Tile> tiles =
        Treemap.of(
            cells.stream().map(cell -> (double) cell.tile.bytes()).toList(),
            getWidth(),
            getHeight());
    for (int i = 0; i < cells.size(); i++) {
      Tile at = tiles.get(i);
      double x = snapPositionX(at.x());
      double y = snapPositionY(at.y());
      double right = snapPositionX(at.x() + at.width());
      double bottom = snapPositionY(at.y() + at.height());
      cells
          .get(i)
          .resizeRelocate(x, y, Math.max(0, right - x - GAP), Math.max(0, bottom - y - GAP));
    }
  }

  /** One directory. */
  private static final class Cell extends Pane {
    private final DirectoryTile tile;
    private final String name;
    private final String size;
    private final Region waste = new Region();
    private final Region mark = new Region();
    private final Label title = new Label();
    private final Label bytes = new Label();

    Cell(DirectoryTile tile, UiTexts texts) {
      this.tile = tile;
      this.name = tile.others() > 0 ? texts.text("contents.others", tile.others()) : tile.name();
      this.size = DecimalSize.of(tile.bytes()).toString();
      getStyleClass().addAll("treemap-cell", tile.asked() ? "asked" : "needed");
      waste.getStyleClass().add("waste-hatching");
      title.getStyleClass().addAll("axis", "medium");
      bytes.getStyleClass().addAll("axis", "text2");
      title.setText(name);
      bytes.setText(size);
      if (covered()) {
        title.getStyleClass().add("treemap-covered");
      }
      mark.getStyleClass().add("treemap-mark");
      mark.setVisible(false);
      getChildren().addAll(waste, title, bytes, mark);
      String path = tile.path().isEmpty() ? name : tile.path();
      var _ =
          HoverTip.install(
              this,
              tile.wasteBytes() > 0
                  ? texts.text(
                      "contents.tile.waste",
                      path,
                      DecimalSize.exact(tile.bytes()),
                      DecimalSize.of(tile.wasteBytes()))
                  : path + "\n" + DecimalSize.exact(tile.bytes()));
    }

    private double wasteShare() {
      return tile.bytes() == 0 ? 0 : Math.min(1, (double) tile.wasteBytes() / tile.bytes());
    }

    private boolean covered() {
      return wasteShare() > NEARLY_ALL;
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double height = getHeight();
      double hatched = snapSizeY(height * wasteShare());
      waste.resizeRelocate(0, height - hatched, width, hatched);
      mark.resizeRelocate(0, 0, width, height);
      double free = height - hatched;
      boolean wide = width >= MIN_WIDTH_FOR_WORDS;
      title.setVisible(wide && (covered() ? height : free) >= LINE + 2);
      double room = Math.max(0, width - 2 * PADDING);
      // A number that is cut off is another number.
      bytes.setVisible(!covered() && free >= 2 * LINE + 2 && bytes.prefWidth(-1) <= room);
      title.resizeRelocate(
          PADDING, 2, covered() ? Math.min(room, title.prefWidth(-1)) : room, LINE);
      bytes.resizeRelocate(PADDING, 2 + LINE, room, LINE);
    }
  }
}
