package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.install.InstallNotice;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.restore.RestoreRequest;
import io.github.sandboxcache.domain.restore.RestoredImage;
import io.github.sandboxcache.domain.restore.RestoredImage.Base;
import io.github.sandboxcache.domain.restore.RestoredImage.Outcome;
import io.github.sandboxcache.domain.restore.RestoredImage.Versions;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes removed images again, one after the other, and finds out how they differ from before. */
final class Restorer {
  private static final Logger LOG = LoggerFactory.getLogger(Restorer.class);

  private final ContainerEngine engine;
  private final Installer installer;
  private final Inspector inspector;
  private final Loader loader;

  /**
   * For one operation.
   *
   * @param loader loads images that have an archive
   */
  Restorer(ContainerEngine engine, Installer installer, Inspector inspector, Loader loader) {
    this.engine = engine;
    this.installer = installer;
    this.inspector = inspector;
    this.loader = loader;
  }

  /** Loads removed images from their archives. */
  interface Loader {
    /** The archives of images that had that name, newest first. */
    List<ArchivedImage> of(CacheReference reference);

    /** Loads one of them. */
    void load(
        ArchivedImage archive,
        CacheReference reference,
        ProgressListener listener,
        Cancellation cancellation);
  }

  /**
   * Makes images again. What fails with one of them does not stop the others.
   *
   * @param recipes what is known of images that were removed
   * @throws CancellationException when it was cancelled before any image was there
   */
  RestoreReport restore(
      List<CacheReference> references,
      Map<CacheReference, ImageRecipe> recipes,
      ProgressListener listener,
      Cancellation cancellation) {
    List<RestoredImage> images = new ArrayList<>();
    for (CacheReference reference : references) {
      Optional<ImageRecipe> recipe = Optional.ofNullable(recipes.get(reference));
      PartOfWhole part = new PartOfWhole(listener, "restore", images.size(), references.size());
      images.add(new RestoredImage(reference, restore(reference, recipe, part, cancellation)));
    }
    if (cancellation.isCancelled() && images.stream().noneMatch(RestoredImage::isThere)) {
      throw new CancellationException("cancelled before any image was restored");
    }
    return new RestoreReport(images);
  }

  private Outcome restore(
      CacheReference reference,
      Optional<ImageRecipe> recipe,
      ProgressListener listener,
      Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return new Outcome.Cancelled();
    }
    try {
      if (engine.image(reference.toString()).isPresent()) {
        return new Outcome.AlreadyThere();
      }
      Optional<ArchiveTrouble> trouble = Optional.empty();
      try {
        Optional<Outcome> loaded = load(reference, recipe, listener, cancellation);
        if (loaded.isPresent()) {
          return loaded.get();
        }
      } catch (ArchiveException e) {
        LOG.info("{} is not restored from its archive", reference, e);
        trouble = Optional.of(e.trouble());
      }
      Optional<InstallRequest> request = recipe.flatMap(RestoreRequest::of);
      if (recipe.isPresent() && request.isPresent()) {
        return install(recipe.get(), request.get(), trouble, listener, cancellation);
      }
      return trouble
          .<Outcome>map(Outcome.NotLoaded::new)
          .orElseGet(
              () -> recipe.isPresent() ? new Outcome.PackagesUnknown() : new Outcome.NotRemoved());
    } catch (CancellationException _) {
      return new Outcome.Cancelled();
    } catch (EngineException e) {
      LOG.warn("{} was not restored", reference, e);
      return new Outcome.EngineFailed(words(e));
    }
  }

  /** What was removed last, or anything of that name where nobody knows what that was. */
  private Optional<Outcome> load(
      CacheReference reference,
      Optional<ImageRecipe> recipe,
      ProgressListener listener,
      Cancellation cancellation) {
    Optional<ArchivedImage> archive =
        loader.of(reference).stream()
            .filter(
                each -> recipe.isEmpty() || recipe.get().imageId().equals(each.subject().imageId()))
            .findFirst();
    long start = System.nanoTime();
    archive.ifPresent(each -> loader.load(each, reference, listener, cancellation));
    return archive.map(
        _ ->
            new Outcome.Loaded(
                recipe.flatMap(ImageRecipe::asked).map(AskedPackages::names).orElse(List.of()),
                Duration.ofNanos(System.nanoTime() - start)));
  }

  private Outcome install(
      ImageRecipe recipe,
      InstallRequest request,
      Optional<ArchiveTrouble> archive,
      ProgressListener listener,
      Cancellation cancellation) {
    InstallResult result = installer.install(request, listener, cancellation);
    if (!result.successful()) {
      return new Outcome.Failed(result);
    }
    return result.cached()
        ? new Outcome.AlreadyThere()
        : new Outcome.Made(
            result,
            recipe
                .installed()
                .filter(_ -> request.asRecorded())
                .map(before -> versions(result, recipe.reference(), before, listener, cancellation))
                .orElseGet(Versions.NotRecorded::new),
            base(recipe),
            archive);
  }

  /** The image is there, so that nothing in here makes the restore fail. */
  private Versions versions(
      InstallResult result,
      CacheReference reference,
      List<InstalledPackage> before,
      ProgressListener listener,
      Cancellation cancellation) {
    boolean gone =
        result.warnings().stream().anyMatch(InstallNotice.VersionsGone.class::isInstance);
    try {
      Catalog catalog = Catalog.of(EngineListing.of(engine));
      Optional<CachedImage> made = catalog.find(reference);
      if (made.isEmpty()) {
        return new Versions.NotRead("");
      }
      ImageContents contents =
          inspector.inspect(made.get(), catalog, listener, cancellation).contents();
      PackageDifference difference = PackageDifference.between(before, contents.packages());
      return difference.isNone() ? new Versions.Same() : new Versions.Other(difference, gone);
    } catch (EngineException e) {
      LOG.info("cannot look inside {}", reference, e);
      return new Versions.NotRead(words(e));
    } catch (CancellationException _) {
      return new Versions.NotRead("");
    }
  }

  private Base base(ImageRecipe recipe) {
    try {
      Optional<String> now =
          engine
              .image(recipe.reference().toString())
              .map(image -> image.labels().getOrDefault(ImageLabels.BASE_IMAGE_ID, ""))
              .filter(id -> !id.isEmpty());
      return recipe
          .baseId()
          .flatMap(before -> now.map(id -> id.equals(before) ? Base.SAME : Base.OTHER))
          .orElse(Base.UNKNOWN);
    } catch (EngineException e) {
      LOG.info("cannot look at {} again", recipe.reference(), e);
      return Base.UNKNOWN;
    }
  }

  private static String words(EngineException e) {
    return String.valueOf(e.getMessage());
  }
}
