package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveLimits;
import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.archives.ArchiveSubject;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.archives.ArchiveTrouble.Kind;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.ImageBase;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineIdentity;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives of removed images of one engine: made before a removal if the user wishes so, and loaded
 * again. Thread-safe; waits for disk and engine.
 */
public final class Archives {
  private static final Logger LOG = LoggerFactory.getLogger(Archives.class);

  private final ContainerEngine engine;
  private final ImageArchives store;
  private final Inspector inspector;
  private final Supplier<ArchiveSettings> settings;

  /** Engines write a whole image to their own disk before they send it: one after the other. */
  private final Object oneAtATime = new Object();

  /**
   * For one engine.
   *
   * @param store where archives are, of all engines
   * @param inspector finds an image's base
   * @param settings asked at each removal
   */
  public Archives(
      ContainerEngine engine,
      ImageArchives store,
      Inspector inspector,
      Supplier<ArchiveSettings> settings) {
    this.engine = engine;
    this.store = store;
    this.inspector = inspector;
    this.settings = settings;
  }

  /**
   * What keeps images that are about to be removed; empty when the user does not wish so.
   *
   * @param catalog tells all images, measured, among which their bases are looked for
   * @param listener told of the step {@code archive}
   */
  Optional<Consumer<CachedImage>> keeper(
      Supplier<Catalog> catalog, ProgressListener listener, Cancellation cancellation) {
    ArchiveSettings wish = settings.get();
    if (!wish.on()) {
      return Optional.empty();
    }
    Catalog all = catalog.get();
    return Optional.of(image -> keep(image, all, wish.limits(), listener, cancellation));
  }

  private void keep(
      CachedImage image,
      Catalog catalog,
      ArchiveLimits limits,
      ProgressListener listener,
      Cancellation cancellation) {
    synchronized (oneAtATime) {
      cancellation.throwIfCancelled();
      listener.onProgress(Progress.of("archive", image.reference().toString()));
      try {
        ArchiveSubject subject = subject(image, catalog);
        Optional<ArchivedImage> earlier = of(image.image().id());
        if (earlier.isPresent() && earlier.get().subject().baseLayers() <= subject.baseLayers()) {
          store.renew(earlier.get(), both(earlier.get().subject().names(), subject.names()));
        } else {
          ArchivedImage _ =
              engine.readArchive(
                  image.image().id(),
                  exported -> store.keep(subject, exported, limits, cancellation),
                  cancellation);
        }
      } catch (ImageNotFoundException e) {
        LOG.info("{} is gone already", image.reference(), e);
      } catch (EngineRefusedException e) {
        throw refused(e);
      }
    }
  }

  private static ArchiveException refused(EngineRefusedException e) {
    return new ArchiveException(new ArchiveTrouble(Kind.ENGINE, String.valueOf(e.getMessage())), e);
  }

  private static List<String> both(List<String> some, List<String> others) {
    return List.copyOf(new TreeSet<>(Stream.concat(some.stream(), others.stream()).toList()));
  }

  /** Without the layers of its base, if that is an image with a name: another one may vanish. */
  private ArchiveSubject subject(CachedImage image, Catalog catalog) {
    ImageBase base = inspector.base(image.image(), catalog);
    Optional<EngineImage> staying = base.image().filter(each -> !each.references().isEmpty());
    return new ArchiveSubject(
        engine.identity().name(),
        image.image().id(),
        List.of(image.engineReference()),
        engine.layers(image.image().id()).diffIds(),
        staying.isPresent() ? base.layers() : 0,
        staying.map(EngineImage::id));
  }

  private Optional<ArchivedImage> of(String imageId) {
    return list().stream()
        .filter(archive -> archive.subject().imageId().equals(imageId))
        .findFirst();
  }

  /** The archives of images that had that name in this engine, newest first. */
  public List<ArchivedImage> of(CacheReference reference) {
    return list().stream().filter(archive -> engineName(archive, reference).isPresent()).toList();
  }

  /** The archives of this engine's images, newest first. */
  public List<ArchivedImage> list() {
    EngineIdentity identity = engine.identity();
    return store.list().stream()
        .filter(archive -> identity.isCalled(archive.subject().engine()))
        .toList();
  }

  private Optional<String> engineName(ArchivedImage archive, CacheReference reference) {
    return archive.subject().names().stream()
        .filter(
            name -> engine.description().naming().parse(name).filter(reference::equals).isPresent())
        .findFirst();
  }

  /**
   * Loads an image from its archive and gives it its name back: the same id, layers and labels. The
   * archive stays until its time has come, for it serves the next removal.
   *
   * @param reference one of its names
   * @param listener told of the steps {@code load} and {@code name}
   * @return the image, also if it was there all the time
   * @throws ArchiveException when it cannot be had back; then the engine has what it had before
   * @throws EngineException when the engine is gone
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  EngineImage restore(
      ArchivedImage archive,
      CacheReference reference,
      ProgressListener listener,
      Cancellation cancellation) {
    String id = archive.subject().imageId();
    String name = engineName(archive, reference).orElseThrow();
    if (isNamed(id, reference, name)) {
      return engine.image(id).orElseThrow();
    }
    if (engine.image(id).isEmpty()) {
      load(archive, listener, cancellation);
    }
    listener.onProgress(Progress.of("name", name));
    if (!isNamed(id, reference, name)) {
      engine.restoreReference(id, name);
    }
    return engine.image(id).orElseThrow(() -> trouble(Kind.NOT_IDENTICAL, ""));
  }

  /**
   * Whether the image has that name; if another one has it, that one keeps it. Podman writes one
   * name in two ways.
   */
  private boolean isNamed(String imageId, CacheReference reference, String name) {
    Optional<String> owner =
        engine.image(name).or(() -> engine.image(reference.toString())).map(EngineImage::id);
    if (owner.isPresent() && !owner.get().equals(imageId)) {
      throw trouble(Kind.NAME_TAKEN, reference.toString());
    }
    return owner.isPresent();
  }

  private void load(ArchivedImage archive, ProgressListener listener, Cancellation cancellation) {
    if (!isBaseThere(archive.subject())) {
      throw trouble(Kind.BASE_GONE, archive.subject().baseId().orElse(""));
    }
    try {
      store.read(
          archive,
          bytes -> listener.onProgress(Progress.of("load", "", bytes / (2.0 * archive.bytes()))),
          cancellation,
          image -> {
            engine.loadImage(image, cancellation);
            return true;
          });
    } catch (EngineRefusedException e) {
      removeWhatCame(archive);
      throw refused(e);
    }
    if (!isWhole(archive.subject())) {
      removeWhatCame(archive);
      throw trouble(Kind.NOT_IDENTICAL, "");
    }
  }

  /** Any image that stands on the same layers will do. */
  private boolean isBaseThere(ArchiveSubject subject) {
    return subject.baseLayers() == 0
        || subject.baseId().filter(id -> standsOn(id, subject.base())).isPresent()
        || engine.images().stream().anyMatch(image -> standsOn(image.id(), subject.base()));
  }

  private boolean standsOn(String imageId, List<String> layers) {
    try {
      List<String> has = engine.layers(imageId).diffIds();
      return has.size() >= layers.size() && has.subList(0, layers.size()).equals(layers);
    } catch (ImageNotFoundException _) {
      return false;
    }
  }

  private boolean isWhole(ArchiveSubject subject) {
    try {
      return engine.layers(subject.imageId()).diffIds().equals(subject.diffIds());
    } catch (ImageNotFoundException _) {
      return false;
    }
  }

  /** An image that the engine has by half is of no use to anybody. It has no name yet. */
  private void removeWhatCame(ArchivedImage archive) {
    try {
      boolean _ = engine.removeUntagged(archive.subject().imageId());
    } catch (ImageNotFoundException _) {
      // Nothing came.
    } catch (EngineException e) {
      LOG.warn("what came of an archive cannot be removed", e);
    }
  }

  private static ArchiveException trouble(Kind kind, String detail) {
    return new ArchiveException(new ArchiveTrouble(kind, detail));
  }

  /** Deletes archives whose time has come. Logs failures. */
  public void tidy() {
    try {
      store.tidy(settings.get().limits());
    } catch (ArchiveException e) {
      LOG.warn("old archives cannot be deleted", e);
    }
  }
}
