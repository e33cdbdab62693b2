package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.SavedPerGb;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What an image or group saves for each gigabyte, as pips and as a number. */
final class SavedCell extends RowCell {
  private static final double PIP_GAP = 2;

  private final UiTexts texts;
  private final HBox pips = new HBox(PIP_GAP);
  private final Label number = new Label();
  private final HBox box = new HBox(pips, Nodes.spring(), number);

  SavedCell(UiTexts texts) {
    this.texts = texts;
    IntStream.range(0, SavedPerGb.MARKS).forEach(_ -> pips.getChildren().add(new Region()));
    pips.setAlignment(Pos.CENTER);
    number.setMinWidth(USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER_RIGHT);
  }

  @Override
  void showGroup(GroupRow row) {
    if (row.base()) {
      setGraphic(null);
    } else {
      show(row.saved(), "plain");
      tip(SavedText.groupTip(row.saved(), texts));
    }
  }

  @Override
  void showImage(ImageRow row) {
    show(row.saved(), row.saved().marks() == 0 ? "text2" : "plain");
  }

  @Override
  void showMore(MoreRow row) {
    if (row.hidden() == 0) {
      setGraphic(null);
    } else {
      show(row.saved(), "text2");
    }
  }

  private void show(SavedPerGb saved, String styleClass) {
    int earned = saved.marks();
    String colour = earned == SavedPerGb.MARKS ? "best" : earned == 1 ? "poor" : "some";
    for (int i = 0; i < SavedPerGb.MARKS; i++) {
      Nodes.style(pips.getChildren().get(i), "pip", i < earned ? colour : "open");
    }
    pips.setVisible(saved.seconds().isPresent());
    number.setText(SavedText.of(saved, texts));
    Nodes.style(number, "label", styleClass);
    tip(SavedText.tip(saved, texts));
    setGraphic(box);
  }
}
