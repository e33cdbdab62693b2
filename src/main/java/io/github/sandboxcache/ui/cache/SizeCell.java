package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What removing would free, with a bar; a dash while layers are being measured. */
final class SizeCell extends RowCell {
  private static final double WHOLE = 100;

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
    show(row.size().own(), row.base() ? -1 : row.share(), row.languageClass());
    Nodes.style(number, "label", row.base() ? "text3" : "plain");
  }

  @Override
  void showImage(ImageRow row) {
    show(row.own(), row.share(), row.languageClass());
    Nodes.style(number, "label", "plain");
  }

  @Override
  void showBase(BaseRow row) {
    show(row.own(), row.share(), row.languageClass());
    Nodes.style(number, "label", "text2");
  }

  @Override
  void showMore(MoreRow row) {
    if (row.hidden() == 0) {
      show("", -1, "own", row.languageClass());
    } else {
      show(row.size().own(), -1, row.languageClass());
    }
    Nodes.style(number, "label", "text2");
  }

  @Override
  void showInstalling(InstallingRow row) {
    OptionalInt percent = row.image().percent();
    String text =
        percent.isPresent()
            ? Percent.of(OptionalDouble.of(percent.getAsInt()))
            : texts.text("images.installing.unknown");
    show(text, percent.orElse(0) / WHOLE, "accent", "");
    tip(InstallingText.of(row, texts));
    Nodes.style(number, "label", "accent-text");
  }

  private void show(Optional<ByteCount> own, double share, String languageClass) {
    show(ByteText.cell(own), share, "own", languageClass);
    tip(texts.text("images.own.tip", ByteText.exact(own)));
  }

  private void show(String text, double share, String colour, String languageClass) {
    number.setText(text);
    bar.setVisible(share >= 0);
    bar.setSegments(List.of(new Segment(Math.max(0, share), colour, languageClass)));
    setGraphic(box);
  }
}
