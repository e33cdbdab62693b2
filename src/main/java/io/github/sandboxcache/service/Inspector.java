package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.ImageBase;
import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.ContentsReader;
import io.github.sandboxcache.domain.contents.ContentsStore;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.KeyProof;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Meanwhile;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Looks inside images of one engine, without starting anything of theirs.
 *
 * <p>What was found earlier is there at once, in {@link CachedImage#contents} and {@link
 * CachedImage#asked} of a catalog {@linkplain CacheService#withPackages with packages}. To look
 * again, and for all that is not kept (files, waste, what is of a session), {@link #inspect} runs
 * as the work of a background task; {@link #onChange} tells when it found something. Thread-safe.
 */
public final class Inspector {
  /** What another look may find after all, so that nothing of it is kept. */
  private static final Set<ContentsProblem> PASSING =
      Set.of(ContentsProblem.LAYER_MISSING, ContentsProblem.LAYER_DAMAGED);

  private final ContainerEngine engine;
  private final ContentsReader reader;
  private final ContentsStore store;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, KnownContents> known = new HashMap<>();
  private Map<String, KnownContents> published = Map.of();
  private boolean loaded;

  /** Looks inside the images of that engine, and keeps there what it finds. */
  public Inspector(ContainerEngine engine, ContentsReader reader, ContentsStore store) {
    this.engine = engine;
    this.reader = reader;
    this.store = store;
  }

  /**
   * What is known of the insides of images, by image id; the same map until something is found.
   * Waits for the disk the first time.
   */
  public synchronized Map<String, KnownContents> known() {
    if (!loaded) {
      loaded = true;
      known.putAll(store.loadContents(engine.description().endpoint()));
      published = Map.copyOf(known);
    }
    return published;
  }

  /** Calls the listener after each look that found something, on the thread that looked. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Looks inside a cached image and finds out what it was asked to have: what is known of that is
   * taken, else its key is proven, else what is marked in the image is the guess. Keeps what it
   * found. Waits for the engine, which sends the whole image.
   *
   * @param catalog all images of the engine, see {@link #read}
   * @param listener told how far it is, as the steps {@code read} and {@code prove}
   * @throws ImageNotFoundException when the image is gone
   * @throws EngineException when the engine refuses or is gone, or sends no legible archive
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  public Inspection inspect(
      CachedImage image, Catalog catalog, ProgressListener listener, Cancellation cancellation) {
    return inspect(image, () -> catalog, listener, cancellation);
  }

  /**
   * The same while the catalog is still being worked out: an engine takes its time before it sends
   * the first byte of an image.
   *
   * @param image as it was listed
   * @param catalog gives all images of the engine; asked on another thread
   */
  public Inspection inspect(
      CachedImage image,
      Supplier<Catalog> catalog,
      ProgressListener listener,
      Cancellation cancellation) {
    listener.onProgress(Progress.of("read", "", 0));
    Meanwhile<Found> found = Meanwhile.begin("base", () -> found(image, catalog.get()));
    ImageContents contents =
        engine.readArchive(
            image.image().id(),
            archive -> read(archive, found.get(), listener, cancellation),
            cancellation);
    Optional<AskedPackages> asked = found.get().image().asked().filter(Inspector::isCertain);
    if (asked.isEmpty()) {
      listener.onProgress(Progress.of("prove", ""));
      asked = asked(image.reference(), contents, cancellation);
    }
    keep(image, contents, asked);
    return new Inspection(found.get().stack(), contents, found.get().base(), asked);
  }

  /**
   * What has to be known before an image can be read.
   *
   * @param image with what is known of its packages
   */
  private record Found(CachedImage image, ImageBase base, ImageLayers layers, LayerStack stack) {}

  private Found found(CachedImage image, Catalog catalog) {
    ImageBase base = base(image.image(), catalog);
    ImageLayers layers = engine.layers(image.image().id());
    return new Found(
        catalog.find(image.reference()).orElse(image),
        base,
        layers,
        LayerStack.above(base.layers(), layers.diffIds()));
  }

  private ImageContents read(
      InputStream archive, Found found, ProgressListener listener, Cancellation cancellation)
      throws IOException {
    long expected = expected(found.layers());
    return reader.read(
        archive,
        found.stack(),
        bytes -> listener.onProgress(progress(bytes, expected)),
        cancellation);
  }

  private static boolean isCertain(AskedPackages asked) {
    return asked.from() != PackagesFrom.GUESS;
  }

  private static Optional<AskedPackages> asked(
      CacheReference reference, ImageContents contents, Cancellation cancellation) {
    return KeyProof.find(reference.language(), contents.candidates(), reference.tag(), cancellation)
        .map(names -> new AskedPackages(names, PackagesFrom.KEY))
        .or(() -> guess(reference, contents.candidates()));
  }

  private static Optional<AskedPackages> guess(
      CacheReference reference, List<Candidate> candidates) {
    List<String> marked = Candidate.marked(candidates, Optional.of(reference.language()));
    return marked.isEmpty()
        ? Optional.empty()
        : Optional.of(new AskedPackages(marked, PackagesFrom.GUESS));
  }

  private void keep(CachedImage image, ImageContents contents, Optional<AskedPackages> asked) {
    if (contents.problems().keySet().stream().anyMatch(PASSING::contains)) {
      return;
    }
    String id = image.image().id();
    KnownContents found;
    synchronized (this) {
      Map<CacheReference, AskedPackages> names = new HashMap<>();
      Optional.ofNullable(known().get(id)).ifPresent(before -> names.putAll(before.asked()));
      asked
          .filter(each -> each.from() == PackagesFrom.KEY || each.from() == PackagesFrom.GUESS)
          .ifPresent(each -> names.put(image.reference(), each));
      found = new KnownContents(contents.packages(), names);
      known.put(id, found);
      published = Map.copyOf(known);
    }
    store.saveContents(engine.description().endpoint(), id, found);
    listeners.forEach(Runnable::run);
  }

  /**
   * Reads what is inside an image above its base, whether it has a name or not. The engine sends
   * the whole image for it, which is read as it comes; nothing is left behind, and nothing is kept.
   *
   * @param catalog all images of the engine, among which the base is looked for; where the layers
   *     are not known yet, the engine is asked for those that matter
   * @param listener told how far it is, as the step {@code read}
   * @throws ImageNotFoundException when the image is gone
   * @throws EngineException when the engine refuses or is gone, or sends no legible archive
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  public ImageContents read(
      EngineImage image, Catalog catalog, ProgressListener listener, Cancellation cancellation) {
    listener.onProgress(Progress.of("read", "", 0));
    ImageLayers layers = engine.layers(image.id());
    LayerStack stack = LayerStack.above(base(image, catalog).layers(), layers.diffIds());
    return read(layers, stack, listener, cancellation);
  }

  private ImageContents read(
      ImageLayers layers, LayerStack stack, ProgressListener listener, Cancellation cancellation) {
    long expected = expected(layers);
    return engine.readArchive(
        layers.imageId(),
        archive ->
            reader.read(
                archive,
                stack,
                bytes -> listener.onProgress(progress(bytes, expected)),
                cancellation),
        cancellation);
  }

  private static long expected(ImageLayers layers) {
    return layers.unpackedBytes().orElse(layers.contentBytes().orElse(0));
  }

  private static Progress progress(long bytes, long expected) {
    return expected > 0
        ? Progress.of("read", "", (double) bytes / expected)
        : Progress.of("read", "");
  }

  /**
   * What an image was made from. Asks the engine where the layers of the catalog's images are not
   * known.
   *
   * @throws EngineException when the engine refuses or is gone
   */
  public ImageBase base(EngineImage image, Catalog catalog) {
    return ImageBase.of(image, catalog.snapshot(), id -> diffIds(id, catalog));
  }

  private List<String> diffIds(String imageId, Catalog catalog) {
    return catalog
        .layers()
        .graph()
        .filter(graph -> graph.knows(imageId))
        .map(graph -> graph.diffIds(imageId))
        .orElseGet(() -> askedDiffIds(imageId));
  }

  private List<String> askedDiffIds(String imageId) {
    try {
      return engine.layers(imageId).diffIds();
    } catch (ImageNotFoundException _) {
      return List.of();
    }
  }
}
