package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.SizeText.Part;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The parts of an image's bytes: as rows beneath the narrow bar, or as words beneath the wide. */
final class PartRow {
  private PartRow() {}

  /** One row for each part, own bytes first; the total alone while layers are being measured. */
  static List<Node> of(SizeText size, UiTexts texts) {
    if (size.parts().isEmpty()) {
      return List.of(
          row(
              new Part("base", texts.text("details.total.measuring"), "", "", size.total(), ""),
              false));
    }
    List<Node> rows = new ArrayList<>();
    size.parts().reversed().forEach(part -> rows.add(row(part, part.styleClass().equals("own"))));
    return rows;
  }

  private static Node row(Part part, boolean main) {
    Label name = Nodes.growing(new Label(part.name()));
    name.getStyleClass().addAll("small", "text2");
    Label size = new Label(part.size());
    size.getStyleClass().addAll("small", main ? "semibold" : "medium");
    size.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(square(part), name, size);
    row.getStyleClass().add("fact");
    var _ = HoverTip.install(row, part.tip());
    return row;
  }

  /** The same in one line: what it is, how much, and who shares it. */
  static List<Node> wide(SizeText size) {
    return size.parts().stream().map(PartRow::legend).toList();
  }

  private static Node legend(Part part) {
    Label name = new Label(part.brief() + " " + part.size());
    name.getStyleClass().addAll("small", "semibold");
    Label note = new Label(part.note());
    note.getStyleClass().addAll("small", "text2");
    HBox legend = new HBox(6, square(part), name, note);
    legend.setAlignment(Pos.CENTER_LEFT);
    var _ = HoverTip.install(legend, part.tip());
    return legend;
  }

  private static Region square(Part part) {
    Region square = new Region();
    square.getStyleClass().addAll("part-square", part.styleClass());
    return square;
  }
}
