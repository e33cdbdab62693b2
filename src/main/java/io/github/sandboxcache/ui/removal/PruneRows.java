package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The images of a plan as lines, by language. FX thread only. */
final class PruneRows {
  /** So many are seen at a glance. */
  private static final int FEW = 30;

  /** Which images are listed. */
  enum Filter {
    GO,
    STAY,
    ALL
  }

  private static final Comparator<PruneRow.Image> GOING_THEN_MISSED_THEN_NEWEST =
      Comparator.comparing((PruneRow.Image row) -> row.stays().isPresent())
          .thenComparing(row -> !row.isMissed())
          .thenComparing(PruneRow.Image::image, Catalog.NEWEST_FIRST);

  private final ReadOnlyObjectProperty<RemovalPlan> plan;
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.GO);
  private final ObservableList<PruneRow> rows = FXCollections.observableArrayList();
  private final ObservableList<PruneRow> rowsView = FXCollections.unmodifiableObservableList(rows);
  private final Set<Language> open = new HashSet<>();

  /**
   * The lines of the plan of the moment. Of few images all are listed at first, of many those of
   * the first language.
   */
  PruneRows(ReadOnlyObjectProperty<RemovalPlan> plan) {
    this.plan = plan;
    List<CachedImage> going = plan.get().removals();
    going.stream()
        .map(CachedImage::language)
        .distinct()
        .sorted()
        .limit(going.size() <= FEW ? going.size() : 1)
        .forEach(open::add);
    plan.subscribe(_ -> list());
    filter.addListener((_, _, _) -> list());
  }

  ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  /** The lines to show, in order. */
  ObservableList<PruneRow> all() {
    return rowsView;
  }

  /** Lists a language's images or stops to. */
  void toggle(Language language) {
    if (!open.remove(language)) {
      open.add(language);
    }
    list();
  }

  private void list() {
    Map<Language, List<PruneRow.Image>> byLanguage = new TreeMap<>();
    plan.get().removals().forEach(image -> add(byLanguage, row(image, Optional.empty())));
    plan.get()
        .kept()
        .forEach(kept -> add(byLanguage, row(kept.image(), Optional.of(kept.reason()))));
    List<PruneRow> listed = new ArrayList<>();
    byLanguage.forEach((language, images) -> listGroup(language, images, listed));
    // Setting equal ones would take the selection and the place in the list away.
    if (!listed.equals(rows)) {
      rows.setAll(listed);
    }
  }

  private PruneRow.Image row(CachedImage image, Optional<KeepReason> stays) {
    return new PruneRow.Image(
        image,
        stays,
        plan.get().ownBytes(image),
        plan.get().uses().map(uses -> uses.of(image.reference())));
  }

  private void listGroup(Language language, List<PruneRow.Image> images, List<PruneRow> listed) {
    List<PruneRow.Image> shown =
        images.stream().filter(this::isShown).sorted(GOING_THEN_MISSED_THEN_NEWEST).toList();
    if (shown.isEmpty()) {
      return;
    }
    List<CachedImage> going =
        images.stream().filter(row -> row.stays().isEmpty()).map(PruneRow.Image::image).toList();
    listed.add(
        new PruneRow.Group(
            language,
            going.size(),
            images.size() - going.size(),
            Catalog.freedBy(going, plan.get().layers()),
            plan.get().cost(going),
            open.contains(language)));
    if (open.contains(language)) {
      listed.addAll(shown);
    }
  }

  private boolean isShown(PruneRow.Image row) {
    return switch (filter.get()) {
      case GO -> row.stays().isEmpty();
      case STAY -> row.stays().isPresent();
      case ALL -> true;
    };
  }

  private static void add(Map<Language, List<PruneRow.Image>> groups, PruneRow.Image row) {
    groups.computeIfAbsent(row.image().language(), _ -> new ArrayList<>()).add(row);
  }
}
