package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * What removing would free, with a bar; the whole size while the engine does not tell them apart.
 */
final class SizeCell extends RowCell {
  private final UiTexts texts;
  private final SegmentBar bar = new SegmentBar();
  private final Label number = new Label();
  private final Region spring = new Region();
  private final HBox box = new HBox(bar, spring, number);

  SizeCell(UiTexts texts) {
    this.texts = texts;
    bar.getStyleClass().add("row-bar");
    number.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(spring, Priority.ALWAYS);
    box.setAlignment(Pos.CENTER_RIGHT);
  }

  @Override
  void showGroup(GroupRow row) {
    boolean exact = row.size().ownKnown();
    OptionalLong bytes = row.size().brief();
    show(DecimalSize.text(bytes), row.base() ? -1 : row.share(), row.languageClass());
    Nodes.style(number, "label", row.base() ? "text3" : "plain");
    tip(texts.text(exact ? "images.own.tip" : "images.size.tip", DecimalSize.exact(bytes)));
  }

  @Override
  void showImage(ImageRow row) {
    showEngineImage(row.image().image(), row.share(), row.languageClass());
    Nodes.style(number, "label", "plain");
  }

  @Override
  void showBase(BaseRow row) {
    showEngineImage(row.image().image(), row.share(), row.languageClass());
    Nodes.style(number, "label", "text2");
  }

  @Override
  void showMore(MoreRow row) {
    show(row.hidden() == 0 ? "" : DecimalSize.text(row.size().brief()), -1, row.languageClass());
    Nodes.style(number, "label", "text2");
  }

  private void showEngineImage(EngineImage image, double share, String languageClass) {
    if (image.ownBytes().isPresent()) {
      long own = image.ownBytes().getAsLong();
      show(DecimalSize.of(own).toString(), share, languageClass);
      tip(texts.text("images.own.tip", DecimalSize.exact(own)));
    } else {
      show(DecimalSize.text(image.sizeBytes()), share, languageClass);
      tip(texts.text("images.size.tip", DecimalSize.exact(image.sizeBytes())));
    }
  }

  private void show(String text, double share, String languageClass) {
    number.setText(text);
    bar.setVisible(share >= 0);
    bar.setSegments(List.of(new Segment(Math.max(0, share), "own", languageClass)));
    setGraphic(box);
  }
}
