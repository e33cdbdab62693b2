package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Figure.Graph;
import io.github.sandboxcache.ui.cache.Figure.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The key figure of what the cache takes on disk: of its budget, or beside what is free. */
final class DiskFigure {
  private static final int ALL_PERCENT = 100;

  private DiskFigure() {}

  static Figure of(CacheView view, OptionalLong freeBytes, UiTexts texts) {
    Optional<ByteCount> total = view.size().onDisk().map(DiskShare::total);
    if (total.filter(ByteCount::known).isEmpty()) {
      String why = ByteText.summary(total);
      return Figure.unknown(texts.text("none"), why, why);
    }
    DiskShare share = view.size().onDisk().orElseThrow();
    OptionalLong budget = budget(view.prune().policy());
    return new Figure(
        ByteText.brief(total),
        after(view.stats().images(), budget, freeBytes, texts),
        note(share, texts),
        new Graph.Bar(bar(share, budget)),
        tip(share, budget, freeBytes, texts));
  }

  private static OptionalLong budget(RemovalPolicy policy) {
    return switch (policy) {
      case Budget(long bytes) -> OptionalLong.of(bytes);
      case RemovalPolicy.Prune prune -> budget(prune.rule());
      default -> OptionalLong.empty();
    };
  }

  private static List<String> after(
      int images, OptionalLong budget, OptionalLong freeBytes, UiTexts texts) {
    String count = texts.text("figures.disk.images", images);
    if (budget.isEmpty()) {
      String in = texts.text("figures.disk.in-images", count);
      return Stream.concat(
              freeBytes.stream()
                  .mapToObj(free -> texts.text("figures.disk.free", in, DecimalSize.summary(free))),
              Stream.of(in, count))
          .toList();
    }
    DecimalSize whole = DecimalSize.summary(budget.getAsLong());
    return List.of(
        texts.text("figures.disk.budget.images", whole, count),
        texts.text("figures.disk.budget", whole),
        texts.text("figures.disk.budget.brief", whole));
  }

  private static Note note(DiskShare share, UiTexts texts) {
    if (share.base().bytes() == 0) {
      return Note.NONE;
    }
    DecimalSize base = DecimalSize.summary(share.base().bytes());
    return Note.quiet(
        List.of(
            texts.text("figures.disk.parts", DecimalSize.summary(share.packages().bytes()), base),
            texts.text("figures.disk.base", base)));
  }

  /** More than there is room for fills the bar. */
  private static List<Segment> bar(DiskShare share, OptionalLong budget) {
    long total = share.total().bytes();
    double whole = Math.max(1, Math.max(total, budget.orElse(0)));
    boolean full = isFull(total, budget);
    return List.of(
        Segment.plain(share.packages().bytes() / whole, full ? "warn" : "accent"),
        Segment.plain(share.base().bytes() / whole, full ? "warn" : "accent-soft"));
  }

  private static boolean isFull(long bytes, OptionalLong budget) {
    return budget.isPresent()
        && (double) bytes * ALL_PERCENT > (double) budget.getAsLong() * Thresholds.FULL_PERCENT;
  }

  private static String tip(
      DiskShare share, OptionalLong budget, OptionalLong freeBytes, UiTexts texts) {
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.text(
            "figures.disk.tip",
            ByteText.exact(Optional.of(share.total())),
            DecimalSize.exact(share.packages().bytes()),
            DecimalSize.exact(share.base().bytes())));
    freeBytes.stream()
        .mapToObj(free -> texts.text("figures.disk.free.tip", DecimalSize.exact(free)))
        .forEach(lines::add);
    if (budget.isPresent()) {
      lines.add(
          texts.text(
              "figures.disk.budget.rule", Percent.of(OptionalDouble.of(Thresholds.FULL_PERCENT))));
    }
    return String.join("\n", lines);
  }
}
