package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The preview of a prune: always the plan of the newest catalog, worked out in the background. FX
 * thread only.
 */
final class PruneModel {
  /** More than any cache has per language; keeps numbers that are chosen here short. */
  static final int MAX_KEEP = 999;

  /**
   * What the plan is made from.
   *
   * @param catalog what the engine has
   * @param pins what is known of the pins
   */
  record Known(Catalog catalog, Pins pins) {}

  /** One line of the preview. */
  sealed interface Row {
    /**
     * The head of a language.
     *
     * @param language the language
     * @param going how many of its images go
     * @param staying how many stay
     * @param freed what its images free
     * @param open whether its images are listed
     */
    record Group(Language language, int going, int staying, Optional<ByteCount> freed, boolean open)
        implements Row {}

    /**
     * One image.
     *
     * @param image the image
     * @param stays why it stays; empty when it goes
     * @param own the bytes that only it has; empty while layers are being measured
     */
    record Image(CachedImage image, Optional<KeepReason> stays, Optional<ByteCount> own)
        implements Row {}
  }

  /** Which images are listed. */
  enum Filter {
    GO,
    STAY,
    ALL
  }

  private static final Comparator<Row.Image> GOING_THEN_NEWEST =
      Comparator.comparing((Row.Image row) -> row.stays().isPresent())
          .thenComparing(Row.Image::image, Catalog.NEWEST_FIRST);

  private final ReadOnlyObjectWrapper<Known> known;
  private final IntegerProperty keep;
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final ReadOnlyObjectWrapper<RemovalPlan> plan;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObservableList<Row> rowsView = FXCollections.unmodifiableObservableList(rows);
  private final Set<Language> open = new HashSet<>();
  private final UiThreads threads;
  private final LatestOnly latest;
  private final ReadOnlyBooleanWrapper upToDate = new ReadOnlyBooleanWrapper(true);

  /**
   * A preview.
   *
   * @param first the plan that is shown at first; one of another number is soon replaced
   * @param keep how many images of each language stay at first
   */
  PruneModel(Known known, RemovalPlan first, int keep, UiThreads threads) {
    this.known = new ReadOnlyObjectWrapper<>(known);
    this.keep = new SimpleIntegerProperty(keep);
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    this.plan = new ReadOnlyObjectWrapper<>(first);
    first.removals().stream().map(CachedImage::language).sorted().findFirst().ifPresent(open::add);
    listRows();
    this.known.addListener((_, _, _) -> replan());
    this.keep.addListener((_, _, _) -> replan());
    filter.addListener((_, _, _) -> listRows());
    if (!first.policy().equals(policy())) {
      replan();
    }
  }

  /** What the plan is made from now. */
  ReadOnlyObjectProperty<Known> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** Plans anew when anything of it has changed. */
  void follow(Known now) {
    known.set(now);
  }

  /** How many of each language stay: 0 to {@link #MAX_KEEP}, or more where it was set so. */
  IntegerProperty keepProperty() {
    return keep;
  }

  /** Whether it is known how many stay. While it is not, all do. */
  boolean isKeepKnown() {
    return keep.get() != RemovalPolicy.KeepNewest.UNKNOWN_COUNT;
  }

  ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  ReadOnlyObjectProperty<RemovalPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** Whether the plan is the one of this catalog and number; only then may it run. */
  ReadOnlyBooleanProperty upToDateProperty() {
    return upToDate.getReadOnlyProperty();
  }

  /** The lines to show, in order. */
  ObservableList<Row> rows() {
    return rowsView;
  }

  /**
   * Keeps one image more or less of each language, within the range; not from an unknown number.
   */
  void changeKeep(int by) {
    if (isKeepKnown()) {
      keep.set(Math.clamp((long) keep.get() + by, 0, Math.max(keep.get(), MAX_KEEP)));
    }
  }

  /** Reads a typed number of images to keep; empty when it is none within the range. */
  static OptionalInt readKeep(String text) {
    try {
      int count = Integer.parseInt(text.strip());
      return count >= 0 && count <= MAX_KEEP ? OptionalInt.of(count) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  /** Lists a language's images or stops to. */
  void toggle(Language language) {
    if (!open.remove(language)) {
      open.add(language);
    }
    listRows();
  }

  /** What the cache takes on disk once the plan has run; empty while layers are being measured. */
  Optional<ByteCount> onDiskAfter() {
    List<CachedImage> kept = plan.get().kept().stream().map(KeptImage::image).toList();
    return known.get().catalog().onDisk(kept).map(DiskShare::total);
  }

  private RemovalPolicy policy() {
    return new RemovalPolicy.KeepNewest(keep.get());
  }

  private void replan() {
    upToDate.set(false);
    Known now = known.get();
    RemovalPolicy policy = policy();
    latest.submit(
        () -> {
          RemovalPlan next = RemovalPlan.of(now.catalog(), policy, now.pins());
          threads.ui().execute(() -> apply(now, next));
        });
  }

  /** A plan that was overtaken while it was made is not shown. */
  private void apply(Known from, RemovalPlan next) {
    if (from.equals(known.get()) && next.policy().equals(policy())) {
      plan.set(next);
      listRows();
      upToDate.set(true);
    }
  }

  private void listRows() {
    Map<Language, List<Row.Image>> byLanguage = new TreeMap<>();
    plan.get().removals().forEach(image -> add(byLanguage, row(image, Optional.empty())));
    plan.get()
        .kept()
        .forEach(kept -> add(byLanguage, row(kept.image(), Optional.of(kept.reason()))));
    List<Row> listed = new ArrayList<>();
    byLanguage.forEach((language, images) -> listGroup(language, images, listed));
    rows.setAll(listed);
  }

  private Row.Image row(CachedImage image, Optional<KeepReason> stays) {
    return new Row.Image(image, stays, plan.get().ownBytes(image));
  }

  private void listGroup(Language language, List<Row.Image> images, List<Row> listed) {
    List<Row.Image> shown =
        images.stream().filter(this::isShown).sorted(GOING_THEN_NEWEST).toList();
    if (shown.isEmpty()) {
      return;
    }
    List<CachedImage> going =
        images.stream().filter(row -> row.stays().isEmpty()).map(Row.Image::image).toList();
    listed.add(
        new Row.Group(
            language,
            going.size(),
            images.size() - going.size(),
            Catalog.freedBy(going, plan.get().layers()),
            open.contains(language)));
    if (open.contains(language)) {
      listed.addAll(shown);
    }
  }

  private boolean isShown(Row.Image row) {
    return switch (filter.get()) {
      case GO -> row.stays().isEmpty();
      case STAY -> row.stays().isPresent();
      case ALL -> true;
    };
  }

  private static void add(Map<Language, List<Row.Image>> groups, Row.Image row) {
    groups.computeIfAbsent(row.image().language(), _ -> new ArrayList<>()).add(row);
  }
}
