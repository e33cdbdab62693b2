package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.BaseImage;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.TotalSize;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.ui.base.CacheSize;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.PackageLabel;
import io.github.sandboxcache.ui.cache.TableContent.Group;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Works out the rows of the table. Used once, off the FX thread. */
final class TableContents {
  static final String BASE_GROUP = "base-images";

  /** A group of more images than this shows only those that were used last. */
  static final int MAX_WITHOUT_FOLD = 10;

  /** How many such a group shows. */
  static final int SHOWN_WHEN_FOLDED = 8;

  private final CacheView view;
  private final TableRequest request;
  private final String baseName;
  private final Set<String> going = new HashSet<>();
  private final Map<String, Integer> children = new HashMap<>();
  private final Map<Language, OptionalDouble> hitRates = new HashMap<>();
  private long largestImage = 1;

  TableContents(CacheView view, TableRequest request, String baseName) {
    this.view = view;
    this.request = request;
    this.baseName = baseName;
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
    Map<Language, List<CachedImage>> byLanguage = catalog().byLanguage();
    long largestGroup = byLanguage.values().stream().mapToLong(this::barBytes).max().orElse(1);
    byLanguage.forEach(
        (language, images) -> {
          List<CachedImage> matching = images.stream().filter(request.query()::matches).toList();
          if (!matching.isEmpty()) {
            groups.add(group(language, matching, Math.max(1, largestGroup)));
          }
        });
    List<BaseImage> base = catalog().base().stream().filter(request.query()::matches).toList();
    if (!base.isEmpty()) {
      groups.add(baseGroup(base));
    }
    return new TableContent(groups, !request.query().isEmpty());
  }

  private Group group(Language language, List<CachedImage> matching, long largestGroup) {
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
            request.query().isEmpty() ? usage().of(language).hits() : hits(matching),
            lastUsed(matching),
            size,
            (double) barBytes(matching) / largestGroup);
    boolean long_ = matching.size() > MAX_WITHOUT_FOLD && request.query().isEmpty();
    boolean folded = long_ && !request.groupsShownWhole().contains(key);
    List<CachedImage> recent =
        matching.stream()
            .sorted(TableOrder.LAST_USED_FIRST.comparator(usage(), catalog()))
            .toList();
    List<CachedImage> shown = folded ? recent.subList(0, SHOWN_WHEN_FOLDED) : recent;
    List<TableRow> rows = new ArrayList<>();
    shown.stream()
        .sorted(request.order().comparator(usage(), catalog()))
        .map(i -> row(i, look))
        .forEach(rows::add);
    if (long_) {
      List<CachedImage> hidden =
          folded ? recent.subList(SHOWN_WHEN_FOLDED, recent.size()) : List.of();
      rows.add(
          new MoreRow(
              key + "/more",
              key,
              look,
              hidden.size(),
              CacheSize.of(catalog(), hidden),
              hits(hidden),
              lastUsed(hidden)));
    }
    return new Group(head, rows);
  }

  private TableRow row(CachedImage image, String look) {
    return new ImageRow(
        image.engineReference(),
        look,
        image,
        image.packages().orElse(List.of()).stream().map(PackageLabel::of).toList(),
        children.getOrDefault(image.image().id(), 0),
        usage().of(image.reference()).count().hits(),
        usage().of(image.reference()).lastUsed(),
        view.pins().isMarked(image.reference()),
        going.contains(image.engineReference()),
        catalog().ownBytes(image.image()),
        share(image.image()));
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
            0);
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

  private long hits(List<CachedImage> images) {
    return images.stream().mapToLong(image -> usage().of(image.reference()).count().hits()).sum();
  }

  private Optional<Instant> lastUsed(List<CachedImage> images) {
    return images.stream()
        .flatMap(image -> usage().of(image.reference()).lastUsed().stream())
        .max(Comparator.naturalOrder());
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
