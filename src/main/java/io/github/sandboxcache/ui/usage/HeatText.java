package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;

/** Puts cells of a strip into words. */
final class HeatText {
  private HeatText() {}

  /** Which time a cell is about, and below that its rate and what the rate is made of. */
  static String cell(HeatCells cells, Cell cell, UiTexts texts) {
    HitCount count = cell.count();
    String numbers =
        count.lookups() == 0
            ? texts.text("usage.nobody-asked")
            : texts.text(
                "usage.cell",
                Percent.of(count.ratePercent()),
                texts.text("usage.summary", count.hits(), count.misses()));
    return time(cells, cell, texts) + "\n" + numbers;
  }

  /** The same in one line, for who cannot see whose cell it is. */
  static String said(String name, HeatCells cells, Cell cell, UiTexts texts) {
    return name + ", " + cell(cells, cell, texts).replace("\n", ", ");
  }

  /** Which time a cell is about. */
  static String time(HeatCells cells, Cell cell, UiTexts texts) {
    String time = BucketText.whole(cells.buckets(), cell.first(), cell.span());
    return cells.range() == UsageRange.ALL ? texts.text("usage.tip.utc", time) : time;
  }
}
