package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.service.Inspection;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.CompareView.Side;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Two images side by side: the one with which it began, and the one that is chosen in the table
 * since. FX thread only.
 */
public final class CompareModel {
  private final DetailsModel details;
  private final ContentsModel contents;
  private final CacheModel cache;
  private final LayoutModel layout;
  private final Consumer<String> copy;
  private final UiThreads threads;
  private final UiTexts texts;
  private final LatestOnly latest;
  private final ReadOnlyObjectWrapper<Optional<CompareView>> view =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Engine references; empty while nothing is compared. */
  private Optional<String> first = Optional.empty();

  private Optional<String> second = Optional.empty();

  /** Compares nothing yet. */
  public CompareModel(
      DetailsModel details,
      ContentsModel contents,
      CacheModel cache,
      LayoutModel layout,
      Consumer<String> copy,
      UiThreads threads,
      UiTexts texts) {
    this.details = details;
    this.contents = contents;
    this.cache = cache;
    this.layout = layout;
    this.copy = copy;
    this.threads = threads;
    this.texts = texts;
    this.latest = new LatestOnly(threads.background());
    details.detailsProperty().subscribe(this::take);
    contents.viewProperty().subscribe(this::update);
    cache.viewProperty().addListener((_, _, _) -> update());
    layout
        .detailsWideProperty()
        .addListener(
            (_, _, wide) -> {
              if (!wide) {
                end();
              }
            });
  }

  /** What is compared; empty while nothing is. */
  ReadOnlyObjectProperty<Optional<CompareView>> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** Begins with the chosen image; the next one that is chosen is the other. */
  public void begin() {
    chosen()
        .ifPresent(
            image -> {
              first = Optional.of(image.engineReference());
              second = Optional.empty();
              layout.detailsOpenProperty().set(true);
              layout.detailsWideProperty().set(true);
              update();
            });
  }

  /** Compares those two. */
  void compare(CachedImage one, CachedImage other) {
    first = Optional.of(one.engineReference());
    second = Optional.of(other.engineReference());
    layout.detailsOpenProperty().set(true);
    layout.detailsWideProperty().set(true);
    update();
  }

  /** Has both change places. */
  void swap() {
    if (second.isPresent()) {
      Optional<String> left = first;
      first = second;
      second = left;
      update();
    }
  }

  /** Shows one image again. */
  void end() {
    first = Optional.empty();
    second = Optional.empty();
    update();
  }

  /** Reads what is not known of the packages of both. */
  void read() {
    first.flatMap(this::image).filter(this::isUnread).ifPresent(contents::read);
    second.flatMap(this::image).filter(this::isUnread).ifPresent(contents::read);
  }

  private boolean isUnread(CachedImage image) {
    return contents.inspection(image).isEmpty();
  }

  /** Copies all of it as text. */
  void copy() {
    view.get().ifPresent(shown -> copy.accept(shown.asText(texts)));
  }

  private Optional<CachedImage> chosen() {
    return details.detailsProperty().get().flatMap(Details::cached);
  }

  private void take() {
    if (first.isPresent()) {
      chosen()
          .map(CachedImage::engineReference)
          .filter(reference -> !first.equals(Optional.of(reference)))
          .ifPresent(reference -> second = Optional.of(reference));
      update();
    }
  }

  private Optional<CachedImage> image(String engineReference) {
    return cache.view().state().catalog().cached().stream()
        .filter(image -> image.engineReference().equals(engineReference))
        .findFirst();
  }

  private Side side(CachedImage image) {
    return new Side(image, contents.inspection(image).map(Inspection::contents));
  }

  private void update() {
    Optional<Side> left = first.flatMap(this::image).map(this::side);
    Optional<Side> right = second.flatMap(this::image).map(this::side);
    CacheView now = cache.view();
    if (left.isEmpty()) {
      first = Optional.empty();
      second = Optional.empty();
    }
    Optional<String> wanted = first;
    latest.submit(
        () -> {
          Optional<CompareView> next = left.map(side -> CompareView.of(side, right, now, texts));
          threads
              .ui()
              .execute(
                  () -> {
                    // It may have ended, or begun anew, meanwhile.
                    if (wanted.equals(first)) {
                      view.set(next);
                    }
                  });
        });
  }
}
