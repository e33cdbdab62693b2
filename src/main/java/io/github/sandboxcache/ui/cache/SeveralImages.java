package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.Cost;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Images that are chosen together, and what removing them would do, in words.
 *
 * @param images the images, in the catalog's order
 * @param plan what a removal would remove, and what would stay
 * @param unpinned those of them that can be pinned; when there are none, all can be unpinned
 * @param title how many there are, and what removing them frees
 * @param effects what is shared only among them, what it costs, and what stays
 * @param sentence the same as the title where there is room
 * @param rows one line for each
 * @param shared what only these images share; empty where they share nothing
 * @param notes what else matters before they are removed
 */
record SeveralImages(
    List<CachedImage> images,
    RemovalPlan plan,
    List<CacheReference> unpinned,
    String title,
    String effects,
    String sentence,
    List<Row> rows,
    String shared,
    List<String> notes) {
  private static final int PACKAGES_SHOWN = 2;

  SeveralImages {
    images = List.copyOf(images);
    unpinned = List.copyOf(unpinned);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** What the button that pins or unpins them says. */
  String pinText(UiTexts texts) {
    return unpinned.isEmpty()
        ? texts.text("several.unpin", images.size())
        : texts.text("several.pin", unpinned.size());
  }

  /**
   * One of the images.
   *
   * @param name its packages, or else its key
   * @param hits its hits lately
   * @param size what removing it alone frees, or why it stays
   * @param stays whether it stays
   */
  record Row(String name, String hits, String size, boolean stays) {}

  /** Works out a removal of the images of those rows. Takes time: not for the FX thread. */
  static SeveralImages of(CacheView view, Set<String> keys, UiTexts texts) {
    List<CachedImage> images =
        view.state().catalog().cached().stream()
            .filter(image -> keys.contains(image.engineReference()))
            .toList();
    Set<CacheReference> references =
        images.stream().map(CachedImage::reference).collect(Collectors.toUnmodifiableSet());
    RemovalPlan plan =
        RemovalPlan.of(
            view.state().catalog(),
            new RemovalPolicy.Chosen(references),
            view.pins(),
            view.usage().recent());
    Map<String, KeepReason> kept =
        plan.kept().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    stays -> stays.image().engineReference(), KeptImage::reason));
    Optional<ByteCount> shared = shared(plan);
    return new SeveralImages(
        images,
        plan,
        images.stream()
            .map(CachedImage::reference)
            .filter(reference -> !view.pins().isMarked(reference))
            .toList(),
        title(images.size(), plan, texts),
        effects(plan, shared, texts),
        sentence(images, plan, texts),
        images.stream()
            .map(
                image ->
                    row(image, plan, Optional.ofNullable(kept.get(image.engineReference())), texts))
            .toList(),
        shared.map(bytes -> ByteText.cell(Optional.of(bytes))).orElse(""),
        notes(plan, texts));
  }

  /** The colours of their language; of none where they have several. */
  String languageClass() {
    Set<String> classes =
        images.stream()
            .map(image -> LanguageLook.styleClass(image.language()))
            .collect(Collectors.toUnmodifiableSet());
    return classes.size() == 1 ? classes.iterator().next() : LanguageLook.UNKNOWN;
  }

  private static String title(int chosen, RemovalPlan plan, UiTexts texts) {
    Optional<ByteCount> frees = plan.frees();
    if (plan.removals().isEmpty()) {
      return texts.text("several.title.none", chosen);
    }
    return texts.text(
        frees.filter(ByteCount::exact).isPresent() ? "several.title.exact" : "several.title",
        chosen,
        ByteText.cell(frees));
  }

  private static String sentence(List<CachedImage> images, RemovalPlan plan, UiTexts texts) {
    int going = plan.removals().size();
    return going == 0
        ? texts.text("several.sentence.none")
        : texts.text("several.sentence", going, images.size(), ByteText.cell(plan.frees()));
  }

  private static String effects(RemovalPlan plan, Optional<ByteCount> shared, UiTexts texts) {
    List<String> told = new ArrayList<>();
    shared.ifPresent(
        bytes -> told.add(texts.text("several.shared", ByteText.cell(Optional.of(bytes)))));
    if (!plan.removals().isEmpty()) {
      plan.cost()
          .ifPresent(cost -> told.add(texts.text("several.cost", cost.hits(), cost.allHits())));
    }
    kept(plan, KeepReason.Pinned.class)
        .ifPresent(count -> told.add(texts.text("several.kept.pinned", count)));
    kept(plan, KeepReason.InUse.class)
        .ifPresent(count -> told.add(texts.text("several.kept.in-use", count)));
    long others =
        plan.kept().stream()
            .map(KeptImage::reason)
            .filter(
                reason ->
                    !(reason instanceof KeepReason.Pinned) && !(reason instanceof KeepReason.InUse))
            .count();
    if (others > 0) {
      told.add(texts.text("several.kept.other", others));
    }
    return String.join(" \u00b7 ", told);
  }

  private static Optional<Long> kept(RemovalPlan plan, Class<? extends KeepReason> reason) {
    long count = plan.kept().stream().map(KeptImage::reason).filter(reason::isInstance).count();
    return count == 0 ? Optional.empty() : Optional.of(count);
  }

  /** What removing them together frees beyond what removing each alone would. */
  private static Optional<ByteCount> shared(RemovalPlan plan) {
    long alone =
        plan.removals().stream()
            .flatMap(image -> plan.ownBytes(image).stream())
            .mapToLong(ByteCount::bytes)
            .sum();
    return plan.frees()
        .filter(ByteCount::known)
        .map(frees -> new ByteCount(frees.bytes() - alone, frees.accuracy()))
        .filter(bytes -> bytes.bytes() > 0);
  }

  private static Row row(
      CachedImage image, RemovalPlan plan, Optional<KeepReason> stays, UiTexts texts) {
    String hits =
        plan.uses()
            .map(uses -> texts.text("several.hits", uses.of(image.reference()).hits()))
            .orElse(texts.text("none"));
    return new Row(
        name(image),
        hits,
        stays
            .map(reason -> stays(reason, texts))
            .orElseGet(() -> ByteText.cell(plan.ownBytes(image))),
        stays.isPresent());
  }

  private static String stays(KeepReason reason, UiTexts texts) {
    return switch (reason) {
      case KeepReason.Pinned _ -> texts.text("several.stays.pinned");
      case KeepReason.InUse _ -> texts.text("several.stays.in-use");
      default -> texts.text("several.stays");
    };
  }

  private static String name(CachedImage image) {
    List<String> packages = image.packages().orElse(List.of());
    if (packages.isEmpty()) {
      return image.reference().tag();
    }
    String first =
        packages.stream()
            .limit(PACKAGES_SHOWN)
            .map(asked -> PackageLabel.of(asked).name())
            .collect(Collectors.joining(", "));
    int more = packages.size() - PACKAGES_SHOWN;
    return more > 0 ? first + " +" + more : first;
  }

  private static List<String> notes(RemovalPlan plan, UiTexts texts) {
    Stream<String> rebuild =
        plan.cost().filter(_ -> !plan.removals().isEmpty()).stream()
            .map(cost -> rebuild(cost, texts))
            .filter(words -> !words.isEmpty());
    Stream<String> nothingAlone =
        plan.removals().stream()
            .filter(
                image ->
                    plan.ownBytes(image).filter(own -> own.known() && own.bytes() == 0).isPresent())
            .limit(1)
            .map(image -> texts.text("several.nothing-alone", name(image)));
    return Stream.of(rebuild, nothingAlone).flatMap(Function.identity()).toList();
  }

  private static String rebuild(Cost cost, UiTexts texts) {
    if (cost.rebuild().isZero()) {
      return "";
    }
    return texts.text(
        cost.unknownRebuilds() == 0 ? "several.rebuild" : "several.rebuild.at-least",
        RelativeTime.brief(cost.rebuild()));
  }

  /** Every byte that a removal frees; empty while that is not known. */
  String freedExactly() {
    return plan.frees()
        .filter(ByteCount::known)
        .map(bytes -> DecimalSize.exact(bytes.bytes()))
        .orElse("");
  }
}
