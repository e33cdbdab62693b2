package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.install.Prewarm.Estimate;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheSize;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Mark;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.usage.LanguageCourse;
import io.github.sandboxcache.ui.usage.MissedSets;
import io.github.sandboxcache.ui.usage.MissedSets.State;
import io.github.sandboxcache.ui.usage.UsageText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the pane shows of a language: how well the cache does for it, what that takes, and what
 * would help.
 *
 * @param key names its row in the table
 * @param languageClass brings its colours
 * @param name its name for people
 * @param images how many images it has, in words
 * @param marks what is to be said of it first, as tags
 * @param rate its hit rate in the range that is shown
 * @param low whether that needs a look
 * @param lookups of how many lookups it is; empty without any
 * @param course how the rate went
 * @param facts what it holds, saved and missed
 * @param note what its base has of that, and what is saved per gigabyte
 * @param missed what sandboxes missed most; what of it is cached now last
 * @param others the sum of what else is missing; empty for nothing
 * @param chosen what the button installs
 * @param action what it does, in words
 * @param estimate what that takes and spares, in words; empty when nothing is chosen
 */
record GroupDetails(
    String key,
    String languageClass,
    String name,
    String images,
    List<Mark> marks,
    String rate,
    boolean low,
    String lookups,
    LanguageCourse course,
    List<Fact> facts,
    String note,
    List<Choice> missed,
    Optional<Others> others,
    List<MissedSet> chosen,
    String action,
    String estimate) {
  GroupDetails {
    marks = List.copyOf(marks);
    facts = List.copyOf(facts);
    missed = List.copyOf(missed);
    chosen = List.copyOf(chosen);
  }

  /**
   * One number.
   *
   * @param tone the style class of its colour
   */
  record Fact(String name, String value, String tone) {}

  /**
   * A set that can be chosen, if it is open.
   *
   * @param row the set in words
   * @param chosen whether it is chosen
   */
  record Choice(MissedSets.Row row, boolean chosen) {
    boolean isOpen() {
      return row.state() == State.OPEN;
    }

    boolean isCached() {
      return row.state() == State.CACHED;
    }
  }

  /** The sum of sets that are not listed, in words. */
  record Others(String misses, String waited) {}

  /**
   * Reads the row of a language; other groups have no details. Takes time with many images: not for
   * the FX thread.
   *
   * @param installing what tasks install already
   * @param left what the user does not want to install
   */
  static Optional<GroupDetails> of(
      GroupRow row,
      CacheView view,
      Set<CacheReference> installing,
      Set<CacheReference> left,
      UiTexts texts) {
    return Optional.of(row)
        .filter(group -> !group.base())
        .flatMap(group -> Language.parse(group.key()))
        .map(language -> of(language, row, view, installing, left, texts));
  }

  private static GroupDetails of(
      Language language,
      GroupRow row,
      CacheView view,
      Set<CacheReference> installing,
      Set<CacheReference> left,
      UiTexts texts) {
    HitCount count = view.usage().report().of(language);
    List<CachedImage> images =
        view.state().catalog().byLanguage().getOrDefault(language, List.of());
    CacheSize size = CacheSize.of(view.state().catalog(), images);
    List<MissedSet> all =
        view.missed().stream().filter(set -> set.reference().language().equals(language)).toList();
    List<MissedSet> missing = all.stream().filter(set -> !set.cached()).toList();
    MissedSets missed = MissedSets.of(Prewarm.of(all), installing, Prewarm.DEFAULT_COUNT, texts);
    List<Choice> choices =
        missed.rows().stream()
            .map(
                set ->
                    new Choice(
                        set, set.state() == State.OPEN && !left.contains(set.set().reference())))
            .toList();
    List<MissedSet> chosen =
        choices.stream().filter(Choice::chosen).map(choice -> choice.row().set()).toList();
    List<MissedSet> listed = missed.rows().stream().map(MissedSets.Row::set).toList();
    return new GroupDetails(
        row.key(),
        row.languageClass(),
        row.name(),
        texts.text("figures.disk.images", images.size()),
        marks(count, images, size, view, texts),
        Percent.of(count.ratePercent()),
        count.isLow(),
        count.lookups() == 0 ? "" : texts.text("group.lookups", count.hits(), count.lookups()),
        LanguageCourse.of(view, language, texts),
        facts(images, size, missing, view, texts),
        note(row, size, texts),
        choices,
        others(missing.stream().filter(set -> !listed.contains(set)).toList(), texts),
        chosen,
        texts.text(
            chosen.size() == choices.stream().filter(choice -> !choice.isCached()).count()
                ? "usage.missed.install"
                : "group.install",
            chosen.size()),
        chosen.isEmpty() ? "" : estimate(chosen, missing, texts));
  }

  private static List<Mark> marks(
      HitCount count, List<CachedImage> images, CacheSize size, CacheView view, UiTexts texts) {
    List<Mark> marks = new ArrayList<>();
    if (count.isLow()) {
      marks.add(new Mark(texts.text("group.low"), "warn", "alert"));
    }
    WorthText.diskMark(view.worth(images, size), texts).ifPresent(marks::add);
    return marks;
  }

  private static List<Fact> facts(
      List<CachedImage> images,
      CacheSize size,
      List<MissedSet> missed,
      CacheView view,
      UiTexts texts) {
    UsageReport report = view.usage().report();
    Optional<Duration> saved =
        Optional.of(report)
            .filter(known -> view.usageReadable() && !known.images().isEmpty())
            .flatMap(known -> known.saved(images.stream().map(CachedImage::reference).toList()));
    String range = texts.text("usage.range.short." + UsageText.key(view.usage().range()));
    return List.of(
        new Fact(
            texts.text("group.holds"), ByteText.cell(size.onDisk().map(DiskShare::total)), "plain"),
        new Fact(
            texts.text("group.saved", range),
            length(saved, texts),
            saved.filter(time -> !time.isZero()).isPresent() ? "ok" : "plain"),
        new Fact(
            texts.text("group.waited"),
            length(waited(missed), texts),
            missed.isEmpty() ? "plain" : "warn"));
  }

  private static String length(Optional<Duration> time, UiTexts texts) {
    return time.filter(known -> !known.isZero())
        .map(RelativeTime::length)
        .orElse(texts.text("none"));
  }

  private static Optional<Duration> waited(Collection<MissedSet> sets) {
    return sets.stream().flatMap(set -> set.waited().stream()).reduce(Duration::plus);
  }

  private static String note(GroupRow row, CacheSize size, UiTexts texts) {
    Optional<ByteCount> base = size.onDisk().map(DiskShare::base).filter(ByteCount::known);
    return base.isEmpty()
        ? ""
        : texts.text("group.note", ByteText.cell(base), SavedText.of(row.saved(), texts));
  }

  private static Optional<Others> others(List<MissedSet> rest, UiTexts texts) {
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Others(
                texts.text("usage.missed.misses", misses(rest)), length(waited(rest), texts)));
  }

  private static long misses(Collection<MissedSet> sets) {
    return sets.stream().mapToLong(MissedSet::misses).sum();
  }

  private static String estimate(List<MissedSet> chosen, List<MissedSet> missing, UiTexts texts) {
    return texts.text(
        "group.estimate",
        MissedSets.estimate(Estimate.of(chosen), texts),
        misses(chosen),
        misses(missing));
  }
}
