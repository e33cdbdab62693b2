package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at an image once more, at the moment of deletion. Thread-safe. */
final class SecondLook {
  private final ContainerEngine engine;
  private final Supplier<Catalog> latest;
  private final PinStore pins;
  private final Predicate<CachedImage> usedMeanwhile;
  private volatile Optional<FamilyOf> newest = Optional.empty();

  SecondLook(
      ContainerEngine engine,
      Supplier<Catalog> latest,
      PinStore pins,
      Predicate<CachedImage> usedMeanwhile) {
    this.engine = engine;
    this.latest = latest;
    this.pins = pins;
    this.usedMeanwhile = usedMeanwhile;
  }

  private record FamilyOf(Catalog catalog, ImageFamily family) {}

  /**
   * Why the image must stay now, if it must.
   *
   * @throws io.github.sandboxcache.domain.engine.EngineException when the engine does not say
   * @throws PinsException when the pins cannot be read
   */
  Optional<KeepReason> reasonToKeep(CachedImage image) {
    Optional<EngineImage> now = engine.image(image.engineReference());
    if (now.isEmpty()) {
      return Optional.of(new KeepReason.AlreadyGone());
    }
    if (!now.get().id().equals(image.image().id())) {
      return Optional.of(new KeepReason.Changed());
    }
    if (!now.get().references().contains(image.engineReference())) {
      // The engine found it and lost it before it had read all names.
      return Optional.of(new KeepReason.AlreadyGone());
    }
    // With its last name the image would go, and that an engine refuses by itself while a container
    // uses it. Of several names it takes any.
    boolean lastName = now.get().references().size() == 1;
    List<String> users = lastName ? List.of() : users(image);
    if (!users.isEmpty()) {
      return Optional.of(new KeepReason.InUse(users));
    }
    return reasonInFamily(now.get(), lastName)
        .or(
            () ->
                usedMeanwhile.test(image)
                    ? Optional.of(new KeepReason.UsedMeanwhile())
                    : Optional.empty())
        .or(() -> pinned(image));
  }

  /** The containers made from it, by name. */
  List<String> users(CachedImage image) {
    return engine.containers().stream()
        .filter(container -> container.imageId().equals(image.image().id()))
        .map(EngineContainer::name)
        .sorted()
        .toList();
  }

  private Optional<KeepReason> reasonInFamily(EngineImage image, boolean lastName) {
    ImageFamily family = family();
    List<EngineImage> children = existing(family.children(image.id()));
    if (!children.isEmpty()) {
      return Optional.of(new KeepReason.ParentOf(family.names(children, this::isThere)));
    }
    return lastName
        ? family
            .parentAtRisk(image)
            .filter(parent -> existing(family.children(parent.id())).size() < 2)
            .map(parent -> new KeepReason.LastChildOf(ImageFamily.shortId(parent.id())))
        : Optional.empty();
  }

  /** Asked of the engine: what is believed gone may have got another name just now. */
  private List<EngineImage> existing(List<EngineImage> images) {
    return images.stream().flatMap(image -> engine.image(image.id()).stream()).toList();
  }

  private boolean isThere(String reference) {
    return engine.image(reference).isPresent();
  }

  /** Looked at last, so that as little time as can be is between this look and the removal. */
  private Optional<KeepReason> pinned(CachedImage image) {
    Pins now = pins.read();
    if (now instanceof Pins.Unreadable(PinTrouble trouble)) {
      throw new PinsException(trouble);
    }
    return now.isMarked(image.reference())
        ? Optional.of(new KeepReason.Pinned())
        : Optional.empty();
  }

  /** Worked out again only when the catalog has changed: it is asked for once per image. */
  @SuppressWarnings("ReferenceEquality")
  private ImageFamily family() {
    Catalog catalog = latest.get();
    FamilyOf known =
        newest
            .filter(of -> of.catalog() == catalog)
            .orElseGet(() -> new FamilyOf(catalog, ImageFamily.of(catalog.snapshot())));
    newest = Optional.of(known);
    return known.family();
  }
}
