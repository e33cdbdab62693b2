package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A directory or file: what it is, its path and its size. */
final class LargePathCell extends PartsCell<LargePath> {
  private final UiTexts texts;
  private final Icon icon = new Icon("file", Icon.TAG_SIZE).styled("text3");
  private final Label path = Nodes.growing(new Label());
  private final Label size = new Label();
  private final HBox box = new HBox(6, icon, path, size);

  LargePathCell(UiTexts texts) {
    this.texts = texts;
    path.getStyleClass().addAll("mono-axis", "text2");
    // The end of a path says more than its beginning.
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    size.getStyleClass().add("small");
    size.setMinWidth(Region.USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  Node fill(LargePath row) {
    icon.setName(row.directory() ? "folder" : "file");
    path.setText(row.path());
    size.setText(DecimalSize.of(row.bytes()).toString());
    tell(
        row.path() + "\n" + DecimalSize.exact(row.bytes()),
        texts.text(
            row.directory() ? "contents.largest.directory" : "contents.largest.file",
            row.path(),
            size.getText()));
    return box;
  }
}
