package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** An installed package; one that others need stands indented, in a quieter colour. */
final class PackageCell extends PartsCell<PackageRow> {
  private final UiTexts texts;
  private final Label name = Nodes.growing(new Label());
  private final Label neededBy = new Label();
  private final Label version = new Label();
  private final SegmentBar bar = new SegmentBar();
  private final Label size = new Label();
  private final HBox box;

  PackageCell(boolean wide, UiTexts texts) {
    this.texts = texts;
    neededBy.getStyleClass().addAll("small", "text2", "contents-needed-by");
    version.getStyleClass().addAll("small", "text2", wide ? "contents-version" : "contents-brief");
    bar.getStyleClass().add("row-bar");
    size.getStyleClass().addAll("small", "contents-size");
    box = new HBox(8, name);
    if (wide) {
      box.getChildren().add(neededBy);
    }
    box.getChildren().addAll(version, bar, size);
    box.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  Node fill(PackageRow row) {
    name.setText(row.name());
    if (row.asked()) {
      Nodes.style(name, "label", "small", "medium");
    } else {
      Nodes.style(name, "label", "small", "text2", "contents-needed");
    }
    String needing =
        row.moreNeed() > 0
            ? texts.text("contents.needed-by.more", row.neededBy(), row.moreNeed())
            : row.neededBy();
    neededBy.setText(needing);
    version.setText(row.version());
    boolean sized = row.sizeBytes().isPresent();
    bar.setVisible(sized);
    bar.setSegments(List.of(Segment.plain(row.share(), row.asked() ? "own" : "base")));
    size.setText(sized ? DecimalSize.text(row.sizeBytes()) : texts.text("none"));
    String told =
        row.neededBy().isEmpty()
            ? row.name() + " " + row.version()
            : texts.text("contents.package.tip", row.name() + " " + row.version(), needing);
    tell(
        sized ? told + "\n" + DecimalSize.exact(row.sizeBytes()) : told,
        told + " " + size.getText());
    return box;
  }
}
