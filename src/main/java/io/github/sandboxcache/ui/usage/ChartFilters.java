package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.LikeMissed;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.OneImage;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Makes charts filters: what is chosen in one narrows the list, and the other charts where they can
 * tell; chosen once more, or with Escape, it is taken back. FX thread only.
 */
final class ChartFilters {
  private final FilterModel filter;
  private final RatesPanel rates;
  private final SizesPanel sizes;
  private final TopPanel top;

  ChartFilters(FilterModel filter, RatesPanel rates, SizesPanel sizes, TopPanel top) {
    this.filter = filter;
    this.rates = rates;
    this.sizes = sizes;
    this.top = top;
  }

  /** Begins; Escape takes a filter back in that area. */
  void begin(Node area) {
    rates.setOnChoose(this::toggle);
    sizes.setOnChoose(this::toggle);
    rates.setOnChooseCell((row, cell) -> filter.toggle(of(row, cell)));
    top.setOnChoose(subject -> filter.toggle(of(subject)));
    top.setOnChooseSet(set -> filter.toggle(LikeMissed.of(set)));
    filter.filterProperty().subscribe(this::mark);
    area.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void toggle(Optional<Language> language) {
    language.ifPresentOrElse(which -> filter.toggle(new OfLanguage(which)), filter::clear);
  }

  private static CacheFilter of(RateRows.Row row, Cell cell) {
    return row.cells().hits(row.language(), cell);
  }

  private static CacheFilter of(TopRows.Subject subject) {
    return switch (subject) {
      case TopRows.Subject.OfPackage(Language language, String name) ->
          new WithPackage(language, name);
      case TopRows.Subject.OfImage(CacheReference reference) -> new OneImage(reference);
    };
  }

  private void mark(Optional<CacheFilter> now) {
    Optional<Language> language =
        now.flatMap(
            is -> is instanceof OfLanguage(Language which) ? Optional.of(which) : Optional.empty());
    rates.select(language);
    rates.selectCell((row, cell) -> now.filter(of(row, cell)::equals).isPresent());
    sizes.select(language);
    top.select(subject -> now.filter(of(subject)::equals).isPresent());
    top.selectSet((MissedSet set) -> now.filter(LikeMissed.of(set)::equals).isPresent());
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && filter.filterProperty().get().isPresent()) {
      filter.clear();
      event.consume();
    }
  }
}
