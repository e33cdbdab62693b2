package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.BaseImage;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.catalog.TotalSize;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.SavedPerGb;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheSize;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.InstallingImage;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.cache.TableContent.Group;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.LeastValue;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Works out the rows of the table. Used once, off the FX thread. */
final class TableContents {
  static final String BASE_GROUP = "base-images";

  /** A group of more images than this shows only the first ones by its order. */
  static final int MAX_WITHOUT_FOLD = 10;

  /** How many such a group shows. */
  static final int SHOWN_WHEN_FOLDED = 8;

  private final CacheView view;
  private final TableRequest request;
  private final List<InstallingImage> installing;
  private final String baseName;
  private final Function<TimeRange, Optional<Set<CacheReference>>> hits;
  private final Set<String> going = new HashSet<>();
  private final Map<String, Integer> children = new HashMap<>();
  private final Map<Language, OptionalDouble> hitRates = new HashMap<>();
  private final ImageFigures figures;
  private long largestImage = 1;

  /**
   * For that cache and what is wanted of it.
   *
   * @param installing images that are being made
   * @param baseName the name of the group of base images
   * @param hits gives the images with a hit in a span of time; empty when they cannot be read
   */
  TableContents(
      CacheView view,
      TableRequest request,
      List<InstallingImage> installing,
      String baseName,
      Function<TimeRange, Optional<Set<CacheReference>>> hits) {
    this.view = view;
    this.request = request;
    this.installing = installing;
    this.baseName = baseName;
    this.hits = hits;
    this.figures = new ImageFigures(view);
    view.prune().removals().forEach(image -> going.add(image.engineReference()));
    for (EngineImage image : catalog().snapshot().images()) {
      image.parentId().ifPresent(parent -> children.merge(parent, 1, Integer::sum));
    }
    view.usage()
        .report()
        .byLanguage()
        .forEach((language, count) -> hitRates.put(language, count.ratePercent()));
    catalog().cached().forEach(image -> measure(image.image()));
    catalog().base().forEach(image -> measure(image.image()));
  }

  TableContent content() {
    List<Group> groups = new ArrayList<>();
    List<CachedImage> all = new ArrayList<>();
    UnusedImages unused = UnusedImages.of(view);
    Filtered filtered =
        request
            .filter()
            .map(filter -> Filtered.by(filter, unused, view.team(), hits))
            .orElse(Filtered.ALL);
    Map<Language, List<CachedImage>> byLanguage = catalog().byLanguage();
    Map<Language, List<TableRow>> coming = installingRows();
    coming.keySet().forEach(language -> byLanguage.putIfAbsent(language, List.of()));
    long largestGroup = byLanguage.values().stream().mapToLong(this::barBytes).max().orElse(1);
    byLanguage.forEach(
        (language, images) -> {
          List<CachedImage> matching =
              images.stream().filter(request.query()::matches).filter(filtered.images()).toList();
          List<TableRow> first = coming.getOrDefault(language, List.of());
          if (!matching.isEmpty() || !first.isEmpty()) {
            groups.add(group(language, first, matching, Math.max(1, largestGroup)));
            all.addAll(matching);
          }
        });
    groups.sort(Comparator.comparing(Group::head, request.order().groups()));
    List<BaseImage> base = catalog().base().stream().filter(request.query()::matches).toList();
    if (!base.isEmpty() && request.filter().isEmpty()) {
      groups.add(baseGroup(base));
    }
    return new TableContent(
        groups,
        request,
        filtered.known(),
        request
            .filter()
            .filter(CacheFilter.Unused.class::isInstance)
            .map(_ -> unused.sum(all.size(), catalog().freedBy(all))));
  }

  /** What is there already has a row of its own. */
  private Map<Language, List<TableRow>> installingRows() {
    Map<Language, List<TableRow>> rows = new HashMap<>();
    for (InstallingImage image : installing) {
      Language language = image.reference().language();
      if (isWanted(language)
          && request.query().matches(image)
          && catalog().find(image.reference()).isEmpty()) {
        rows.computeIfAbsent(language, _ -> new ArrayList<>())
            .add(
                new InstallingRow(
                    catalog().snapshot().naming().written(image.reference()),
                    LanguageLook.styleClass(language),
                    image,
                    image.packages().stream().map(PackageLabel::of).toList()));
      }
    }
    return rows;
  }

  /** Nothing else that a filter goes by is known of an image that is not there yet. */
  private boolean isWanted(Language language) {
    return request
        .filter()
        .map(filter -> filter.equals(new CacheFilter.OfLanguage(language)))
        .orElse(true);
  }

  private Group group(
      Language language, List<TableRow> first, List<CachedImage> matching, long largestGroup) {
    String key = language.name();
    String look = LanguageLook.styleClass(language);
    CacheSize size = CacheSize.of(catalog(), matching);
    GroupRow head =
        new GroupRow(
            key,
            look,
            LanguageLook.displayName(language),
            false,
            matching.size(),
            hitRates.getOrDefault(language, OptionalDouble.empty()),
            request.narrows() ? figures.hits(matching) : usage().of(language).hits(),
            figures.lastUsed(matching),
            size,
            (double) barBytes(matching) / largestGroup,
            // A language needs its base, too.
            figures.saved(matching, size.onDisk().map(DiskShare::total)));
    boolean isLong = matching.size() > MAX_WITHOUT_FOLD && !request.narrows();
    boolean folded = isLong && !request.groupsShownWhole().contains(key);
    List<CachedImage> sorted = request.order().sorted(matching, figures);
    int shown = folded ? SHOWN_WHEN_FOLDED : sorted.size();
    List<TableRow> rows = new ArrayList<>(first);
    sorted.stream().limit(shown).map(image -> row(image, look)).forEach(rows::add);
    if (isLong) {
      rows.add(moreRow(key, look, sorted.subList(shown, sorted.size())));
    }
    return new Group(head, rows);
  }

  private TableRow moreRow(String groupKey, String look, List<CachedImage> hidden) {
    CacheSize size = CacheSize.of(catalog(), hidden);
    return new MoreRow(
        groupKey + "/more",
        groupKey,
        look,
        hidden.size(),
        size,
        figures.hits(hidden),
        figures.lastUsed(hidden),
        figures.saved(hidden, size.own()),
        (int) hidden.stream().map(CachedImage::engineReference).filter(going::contains).count(),
        leastValue(hidden));
  }

  /** Of those that save as little, the one that takes most. */
  private Optional<LeastValue> leastValue(List<CachedImage> images) {
    return images.stream()
        .filter(image -> figures.saved(image).seconds().isPresent())
        .min(
            Comparator.comparingDouble(
                    (CachedImage image) -> figures.saved(image).seconds().orElseThrow())
                .thenComparing(image -> barBytes(image.image()), Comparator.reverseOrder()))
        .map(
            image ->
                new LeastValue(
                    image.packages(), catalog().ownBytes(image.image()), figures.hits(image)));
  }

  private TableRow row(CachedImage image, String look) {
    return new ImageRow(
        image.engineReference(),
        look,
        image,
        image.packages().orElse(List.of()).stream().map(PackageLabel::of).toList(),
        children.getOrDefault(image.image().id(), 0),
        figures.hits(image),
        figures.lastUsed(image),
        view.pins().isMarked(image.reference()),
        going.contains(image.engineReference()),
        catalog().ownBytes(image.image()),
        share(image.image()),
        figures.saved(image),
        view.team().presence(image.reference()));
  }

  private Group baseGroup(List<BaseImage> base) {
    Map<String, EngineImage> distinct = new HashMap<>();
    base.forEach(image -> distinct.put(image.image().id(), image.image()));
    GroupRow head =
        new GroupRow(
            BASE_GROUP,
            LanguageLook.UNKNOWN,
            baseName,
            true,
            base.size(),
            OptionalDouble.empty(),
            0,
            Optional.empty(),
            baseSize(distinct),
            0,
            SavedPerGb.UNKNOWN);
    return new Group(head, base.stream().map(this::baseRow).toList());
  }

  private TableRow baseRow(BaseImage image) {
    String look =
        Language.parse(image.reference().name())
            .map(LanguageLook::styleClass)
            .orElse(LanguageLook.UNKNOWN);
    return new BaseRow(
        image.reference().toString(),
        look,
        image,
        children.getOrDefault(image.image().id(), 0),
        catalog().ownBytes(image.image()),
        share(image.image()));
  }

  private UsageReport usage() {
    return view.usage().report();
  }

  private Catalog catalog() {
    return view.state().catalog();
  }

  private void measure(EngineImage image) {
    largestImage = Math.max(largestImage, barBytes(image));
  }

  private double share(EngineImage image) {
    return (double) barBytes(image) / largestImage;
  }

  private long barBytes(EngineImage image) {
    return catalog().ownBytes(image).map(ByteCount::bytes).orElse(0L);
  }

  private long barBytes(List<CachedImage> images) {
    return catalog().freedBy(images).map(ByteCount::bytes).orElse(0L);
  }

  private CacheSize baseSize(Map<String, EngineImage> distinct) {
    long bytes = distinct.values().stream().mapToLong(i -> i.sizeBytes().orElse(0)).sum();
    long unknown = distinct.values().stream().filter(i -> i.sizeBytes().isEmpty()).count();
    return new CacheSize(
        new TotalSize(bytes, (int) unknown),
        catalog().layers().graph().map(graph -> graph.freedBy(distinct.keySet())),
        Optional.empty());
  }
}
