package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.LeastValue;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** An image's packages as chips, and a language's hit rate. */
final class PackagesCell extends RowCell {
  private static final int MAX_IN_TOOLTIP = 40;

  /** So wide a cell has room for a rate, its name and a tag. */
  private static final double WIDTH_FOR_ALL = 200;

  private final UiTexts texts;
  private final Ticker ticker;
  private final ChipStrip chips = new ChipStrip();
  private final Label rate = new Label();
  private final Label rateName = new Label();
  private final Label low = new Label();
  private final HBox hitRate = new HBox(6, rate, rateName, low);
  private final Label note = new Label();

  PackagesCell(UiTexts texts, Ticker ticker) {
    this.texts = texts;
    this.ticker = ticker;
    rate.getStyleClass().add("medium");
    rate.setMinWidth(USE_PREF_SIZE);
    rateName.getStyleClass().add("text2");
    low.setText(texts.text("images.hit-rate.low"));
    low.getStyleClass().addAll("tag", "warn");
    low.setMinWidth(USE_PREF_SIZE);
    // Where there is little room, the number and what is wrong with it matter more.
    rateName
        .visibleProperty()
        .bind(low.visibleProperty().not().or(widthProperty().greaterThan(WIDTH_FOR_ALL)));
    rateName.managedProperty().bind(rateName.visibleProperty());
    note.getStyleClass().add("text2");
    hitRate.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  void showGroup(GroupRow row) {
    if (row.base()) {
      showNote(texts.text("images.base-note"));
    } else if (row.hitRate().isPresent()) {
      rate.setText(Percent.of(row.hitRate()));
      rateName.setText(texts.text("images.hit-rate"));
      boolean needsALook = HitCount.isLow(row.hitRate());
      Nodes.show(low, needsALook);
      String said = rate.getText() + " " + rateName.getText();
      tip(needsALook ? said + "\n" + lowRule() : said);
      setGraphic(hitRate);
    } else {
      showNote(texts.text("images.no-hit-rate"));
    }
  }

  private String lowRule() {
    OptionalDouble least = OptionalDouble.of(Thresholds.LOW_HIT_RATE_PERCENT);
    return texts.text("images.hit-rate.low.tip", Percent.of(least));
  }

  @Override
  void showImage(ImageRow row) {
    if (row.packages().isEmpty()) {
      showNote(texts.text("images.no-packages"));
      tip(texts.text("images.no-packages.tip"));
    } else {
      showChips(row.packages());
    }
  }

  @Override
  void showInstalling(InstallingRow row) {
    if (row.packages().isEmpty()) {
      showNote(texts.text("images.no-packages"));
    } else {
      showChips(row.packages());
    }
  }

  private void showChips(List<PackageLabel> packages) {
    chips.setPackages(packages);
    setGraphic(chips);
    tip(
        packages.stream()
            .limit(MAX_IN_TOOLTIP)
            .map(
                name -> name.version().isEmpty() ? name.name() : name.name() + " " + name.version())
            .collect(Collectors.joining(", ")));
  }

  @Override
  void showMore(MoreRow row) {
    if (row.hidden() == 0) {
      setGraphic(null);
      return;
    }
    showNote(
        row.leastValue()
            .map(this::leastValue)
            .or(
                () ->
                    row.lastUsed()
                        .map(
                            time ->
                                texts.text(
                                    "images.more-note", RelativeTime.ago(time, ticker.now()))))
            .orElse(texts.text("images.more-note.never")));
  }

  private String leastValue(LeastValue least) {
    return texts.text(
        "images.more-note.least",
        least
            .packages()
            .flatMap(names -> names.stream().findFirst())
            .map(first -> PackageLabel.of(first).name())
            .orElse(texts.text("images.no-packages")),
        ByteText.cell(least.own()),
        least.hits());
  }

  private void showNote(String text) {
    note.setText(text);
    tip(text);
    setGraphic(note);
  }
}
