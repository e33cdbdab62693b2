package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.InstallingImage;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The table's rows: follows the cache, the search and the order, works everything out in the
 * background, and hands over only what changed. FX thread only.
 */
public final class ImagesModel {
  private final CacheModel cache;
  private final EngineModel engine;
  private final FilterModel filter;
  private final ObservableValue<List<InstallingImage>> installing;
  private final UiThreads threads;
  private final String baseName;
  private final LatestOnly latest;
  private final List<Consumer<TableChange>> listeners = new ArrayList<>();
  private final ReadOnlyObjectWrapper<TableContent> content =
      new ReadOnlyObjectWrapper<>(TableContent.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<TableRow>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<String>> toReveal =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ImageChoice> choice =
      new ReadOnlyObjectWrapper<>(ImageChoice.NONE);
  private final SpanHits hits = new SpanHits();
  private TableRequest request = TableRequest.DEFAULT;
  private Runnable keyboard = () -> {};

  // Belongs to the background, where one piece of work follows the other.
  private volatile TableContent computed = TableContent.EMPTY;

  /**
   * Follows that cache and its filter.
   *
   * @param engine whose session's ledger tells what was hit in a span of time
   * @param installing images that are being made
   * @param baseName the name of the group of base images
   */
  public ImagesModel(
      CacheModel cache,
      EngineModel engine,
      FilterModel filter,
      ObservableValue<List<InstallingImage>> installing,
      UiThreads threads,
      String baseName) {
    this.cache = cache;
    this.engine = engine;
    this.filter = filter;
    this.installing = installing;
    this.threads = threads;
    this.baseName = baseName;
    this.latest = new LatestOnly(threads.background());
    cache.viewProperty().addListener((_, _, _) -> update());
    installing.addListener((_, _, _) -> update());
    filter.filterProperty().addListener((_, _, chosen) -> request(request.with(chosen)));
    filter
        .typedProperty()
        .addListener((_, _, typed) -> request(request.with(SearchQuery.of(typed))));
    update();
  }

  /** The rows now. */
  public ReadOnlyObjectProperty<TableContent> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** The chosen row with its newest values; empty when nothing is chosen or it has gone. */
  public ReadOnlyObjectProperty<Optional<TableRow>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The images that are chosen together. */
  ReadOnlyObjectProperty<ImageChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /** Chooses images together. */
  void choose(ImageChoice next) {
    choice.set(next);
  }

  /** What the user wants to see now. */
  public TableRequest request() {
    return request;
  }

  /** What narrows the rows. */
  FilterModel filter() {
    return filter;
  }

  /** Orders the groups, and the images of each. */
  public void order(TableOrder order) {
    request(request.with(order));
  }

  /** Shows all images of a long group, or only some again. */
  public void toggleWhole(String groupKey) {
    request(request.toggled(groupKey));
  }

  /** Chooses a row, or none. */
  public void select(Optional<TableRow> row) {
    selected.set(row);
  }

  /** Brings the keyboard into the table, where it chooses an image unless a row is chosen. */
  public void enter() {
    keyboard.run();
  }

  /** Says how the table takes the keyboard. */
  void onEnter(Runnable takeKeyboard) {
    keyboard = takeKeyboard;
  }

  /** Whether only some of the images are wanted. */
  public boolean isFiltered() {
    return request.narrows();
  }

  /**
   * Has the table show an image, now or as soon as its row is there, and brings the keyboard to it;
   * unknown ones are ignored.
   */
  public void reveal(CacheReference reference) {
    Optional<String> key =
        cache.view().state().catalog().find(reference).map(CachedImage::engineReference);
    String group = reference.language().name();
    if (key.isPresent() && content.get().find(key.get()).isEmpty()) {
      Set<String> whole = new HashSet<>(request.groupsShownWhole());
      whole.add(group);
      request(new TableRequest(request.query(), request.filter(), request.order(), whole));
      filter.clearAll();
    }
    toReveal.set(key);
    key.ifPresent(_ -> enter());
  }

  /** Key of the row that the table shall show; empty again once it did. */
  ObjectProperty<Optional<String>> toRevealProperty() {
    return toReveal;
  }

  void onChange(Consumer<TableChange> listener) {
    listeners.add(listener);
  }

  private void request(TableRequest next) {
    if (!next.equals(request)) {
      request = next;
      update();
    }
  }

  private void update() {
    CacheView view = cache.view();
    TableRequest wanted = request;
    List<InstallingImage> coming = installing.getValue();
    Optional<EngineSession> session = engine.sessionProperty().get();
    latest.submit(
        () -> {
          TableContent next =
              new TableContents(
                      view,
                      wanted,
                      coming,
                      baseName,
                      span -> session.flatMap(open -> hits.read(open.service().usage(), span)))
                  .content();
          TableChange change = TableChange.between(computed, next);
          computed = next;
          threads.ui().execute(() -> apply(change));
        });
  }

  private void apply(TableChange change) {
    content.set(change.content());
    listeners.forEach(listener -> listener.accept(change));
    selected.set(selected.get().flatMap(row -> change.content().find(row.key())));
    if (!choice.get().isEmpty()) {
      choice.set(choice.get().retained(isThere(change.content())));
    }
  }

  /** What is hidden beneath the first of a group stays chosen, what is searched away does not. */
  private Predicate<String> isThere(TableContent shown) {
    if (shown.searching()) {
      return key -> shown.find(key).isPresent();
    }
    return cache.view().state().catalog().cached().stream()
            .map(CachedImage::engineReference)
            .collect(Collectors.toUnmodifiableSet())
        ::contains;
  }
}
