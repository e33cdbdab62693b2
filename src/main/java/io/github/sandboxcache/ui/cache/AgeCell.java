package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.AgeText;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;

/** How long ago something was; the full date is in the tooltip. */
final class AgeCell extends RowCell {
  private static final Said NOTHING = new Said(Optional.empty(), "", "");
  private static final PseudoClass INSTALLING = PseudoClass.getPseudoClass("installing");

  private final Function<TableRow, Said> words;
  private final AgeText age;

  /** When it was, or else a text and why that is. */
  private record Said(Optional<Instant> time, String otherwise, String tip) {}

  private AgeCell(Ticker ticker, Function<TableRow, Said> words) {
    this.words = words;
    this.age = new AgeText(ticker, this::setText);
    getStyleClass().add("text2");
  }

  /** How long ago an image was made. */
  static AgeCell created(Ticker ticker, UiTexts texts) {
    String unknown = texts.text("unknown");
    return new AgeCell(
        ticker,
        row ->
            switch (row) {
              case ImageRow image -> new Said(image.image().image().createdAt(), unknown, "");
              case BaseRow base -> new Said(base.image().image().createdAt(), unknown, "");
              case InstallingRow _ ->
                  new Said(Optional.empty(), texts.text("images.installing.now"), "");
              case GroupRow _, MoreRow _ -> NOTHING;
            });
  }

  /** How long ago an image was last hit, used or installed. */
  static AgeCell lastUsed(Ticker ticker, UiTexts texts) {
    String none = texts.text("none");
    String never = texts.text("images.never-used.tip");
    AgeCell cell =
        new AgeCell(
            ticker,
            row ->
                switch (row) {
                  case GroupRow group -> new Said(group.lastUsed(), group.base() ? "" : none, "");
                  case ImageRow image -> new Said(image.lastUsed(), none, never);
                  case BaseRow _ -> NOTHING;
                  case MoreRow more -> new Said(more.lastUsed(), "", "");
                  case InstallingRow installing ->
                      new Said(Optional.empty(), InstallingText.brief(installing, texts), "");
                });
    cell.getStyleClass().add("last-used");
    return cell;
  }

  @Override
  void show(TableRow row) {
    Said said = words.apply(row);
    pseudoClassStateChanged(INSTALLING, row instanceof InstallingRow);
    age.show(said.time());
    if (said.time().isPresent()) {
      tip(UseText.date(said.time()));
    } else {
      setText(said.otherwise());
      tip(said.tip());
    }
  }

  @Override
  void showNothing() {
    super.showNothing();
    age.show(Optional.empty());
  }
}
