package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import io.github.sandboxcache.ui.usage.UsageText;
import java.util.function.Function;

/** A cell of one text. */
final class TextCell extends RowCell {
  private static final Said NOTHING = new Said("", "");
  private final Function<TableRow, Said> words;

  private record Said(String text, String tip) {}

  private TextCell(Function<TableRow, Said> words, String... styleClasses) {
    this.words = words;
    getStyleClass().addAll(styleClasses);
  }

  /**
   * How often an image was found, in the range of time that the window shows; in thousands where
   * the column has no room for all digits, which are in the tooltip then.
   */
  static TextCell hits(UiTexts texts) {
    return new TextCell(
        row ->
            switch (row) {
              case GroupRow group -> group.base() ? NOTHING : hits(group.hits(), texts);
              case ImageRow image -> hits(image.hits(), texts);
              case BaseRow _, InstallingRow _ -> NOTHING;
              case MoreRow more -> more.hidden() == 0 ? NOTHING : hits(more.hits(), texts);
            },
        "numeric");
  }

  private static Said hits(long hits, UiTexts texts) {
    UsageText.Hits words = UsageText.hits(hits, texts);
    return new Said(words.shown(), words.tip());
  }

  @Override
  void show(TableRow row) {
    Said said = words.apply(row);
    setText(said.text());
    tip(said.tip());
  }
}
