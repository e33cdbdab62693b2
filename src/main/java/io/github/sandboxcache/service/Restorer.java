package io.github.sandboxcache.service;

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
import io.github.sandboxcache.domain.install.InstallFailure;
import io.github.sandboxcache.domain.install.InstallProblem;
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
import java.util.ArrayList;
import java.util.List;
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

  Restorer(ContainerEngine engine, Installer installer, Inspector inspector) {
    this.engine = engine;
    this.installer = installer;
    this.inspector = inspector;
  }

  /**
   * Makes images again. What fails with one of them does not stop the others.
   *
   * @throws CancellationException when it was cancelled before any image was there
   */
  RestoreReport restore(
      List<ImageRecipe> recipes, ProgressListener listener, Cancellation cancellation) {
    List<RestoredImage> images = new ArrayList<>();
    for (ImageRecipe recipe : recipes) {
      images.add(new RestoredImage(recipe.reference(), restore(recipe, listener, cancellation)));
    }
    if (cancellation.isCancelled() && images.stream().noneMatch(RestoredImage::isThere)) {
      throw new CancellationException("cancelled before any image was restored");
    }
    return new RestoreReport(images);
  }

  private Outcome restore(
      ImageRecipe recipe, ProgressListener listener, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return new Outcome.Cancelled();
    }
    try {
      if (engine.image(recipe.reference().toString()).isPresent()) {
        return new Outcome.AlreadyThere();
      }
      Optional<InstallRequest> request = RestoreRequest.of(recipe);
      return request.isEmpty()
          ? new Outcome.PackagesUnknown()
          : install(recipe, request.get(), listener, cancellation);
    } catch (CancellationException _) {
      return new Outcome.Cancelled();
    } catch (EngineException e) {
      LOG.warn("{} was not restored", recipe.reference(), e);
      return new Outcome.EngineFailed(words(e));
    }
  }

  private Outcome install(
      ImageRecipe recipe,
      InstallRequest request,
      ProgressListener listener,
      Cancellation cancellation) {
    InstallResult result = installer.install(request, listener, cancellation);
    boolean gone = recipe.installed().isPresent() && saysNotFound(result);
    if (gone) {
      result = installer.install(RestoreRequest.newest(request), listener, cancellation);
    }
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
                .map(before -> versions(recipe.reference(), before, gone, listener, cancellation))
                .orElseGet(Versions.NotRecorded::new),
            base(recipe));
  }

  private static boolean saysNotFound(InstallResult result) {
    return result.problems().stream()
        .anyMatch(
            problem ->
                problem instanceof InstallProblem.CommandFailed failed
                    && failed.reason() == InstallFailure.NOT_FOUND);
  }

  /** The image is there, so that nothing in here makes the restore fail. */
  private Versions versions(
      CacheReference reference,
      List<InstalledPackage> before,
      boolean gone,
      ProgressListener listener,
      Cancellation cancellation) {
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
