package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.HitRateGrade;
import io.github.sandboxcache.domain.usage.LookupTimeline;
import io.github.sandboxcache.domain.usage.TimeBuckets;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.HitWithin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hit rates over time as a strip of cells.
 *
 * @param range the chosen range
 * @param buckets the pieces of time under the strip
 * @param cells one for each piece, or for several in which little was asked; in the order of time
 * @param rangeStart the piece with which the chosen range begins; those before it show what came
 *     before
 */
public record HeatCells(UsageRange range, TimeBuckets buckets, List<Cell> cells, int rangeStart) {
  /** Copies the list, so that the record never changes. */
  public HeatCells {
    cells = List.copyOf(cells);
  }

  /**
   * One cell.
   *
   * @param first its first piece of time
   * @param span how many pieces it is about, 1 or more
   * @param count the lookups in them
   */
  public record Cell(int first, int span, HitCount count) {
    /** How good its rate is; empty when nobody asked. */
    public Optional<HitRateGrade> grade() {
      return HitRateGrade.of(count);
    }

    private boolean isThin() {
      return HitRateGrade.isThin(count);
    }

    private Cell with(Cell next) {
      return new Cell(first, span + next.span, count.plus(next.count));
    }
  }

  /** Those of all languages together. */
  public static HeatCells ofAll(UsageView view) {
    return of(view, view.cells().total());
  }

  /** Those of one language. */
  public static HeatCells of(UsageView view, Language language) {
    LookupTimeline timeline = view.cells();
    return of(
        view,
        IntStream.range(0, timeline.buckets().size())
            .mapToObj(i -> timeline.at(language, i))
            .toList());
  }

  private static HeatCells of(UsageView view, List<HitCount> counts) {
    TimeBuckets buckets = view.cells().buckets();
    return new HeatCells(
        view.range(),
        buckets,
        view.range() == UsageRange.ALL ? pooled(single(counts)) : single(counts),
        view.report().range().since().map(since -> from(buckets, since)).orElse(0));
  }

  /** The first piece that begins in the range: of the one before, a part may lie in it. */
  private static int from(TimeBuckets buckets, Instant since) {
    return (int) buckets.starts().stream().takeWhile(start -> start.isBefore(since)).count();
  }

  /** One cell for each piece of time. */
  static List<Cell> single(List<HitCount> counts) {
    return IntStream.range(0, counts.size()).mapToObj(i -> new Cell(i, 1, counts.get(i))).toList();
  }

  /**
   * Cells of neighbouring pieces in which there are lookups, but fewer than say much, put together
   * until there are enough. What is left over goes into the last such cell beside it; where there
   * is none, it stays alone.
   */
  static List<Cell> pooled(List<Cell> cells) {
    List<Cell> pooled = new ArrayList<>();
    int run = 0;
    for (Cell cell : cells) {
      if (!cell.isThin()) {
        closeRun(pooled, run);
        pooled.add(cell);
        run = 0;
      } else if (run > 0 && pooled.getLast().isThin()) {
        pooled.add(pooled.removeLast().with(cell));
      } else {
        pooled.add(cell);
        run++;
      }
    }
    closeRun(pooled, run);
    return pooled;
  }

  /** Of a run of cells that were put together, only the last one can still have too few. */
  private static void closeRun(List<Cell> pooled, int run) {
    if (run > 1 && pooled.getLast().isThin()) {
      Cell left = pooled.removeLast();
      pooled.add(pooled.removeLast().with(left));
    }
  }

  /** The same with {@link #pooled} cells, of which a line is drawn that does not jump. */
  HeatCells smooth() {
    return new HeatCells(range, buckets, pooled(cells), rangeStart);
  }

  /** Whether a cell shows what came before the chosen range. */
  public boolean isEarly(Cell cell) {
    return cell.first() < rangeStart;
  }

  /** Narrows to the images that were hit in the time of a cell. */
  CacheFilter hits(Optional<Language> language, Cell cell) {
    return new HitWithin(
        language,
        buckets.starts().get(cell.first()),
        buckets.endOf(cell.first() + cell.span() - 1));
  }

  /** The cell of a piece of time. */
  Cell at(int piece) {
    return cells.stream()
        .filter(cell -> piece < cell.first() + cell.span())
        .findFirst()
        .orElseGet(cells::getLast);
  }
}
