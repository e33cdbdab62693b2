package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferOutcome.AlreadyHere;
import io.github.sandboxcache.domain.registry.TransferOutcome.Failed;
import io.github.sandboxcache.domain.registry.TransferOutcome.KeyVerdict;
import io.github.sandboxcache.domain.registry.TransferOutcome.Pulled;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets one image at a time from a registry. An image of the same name that is here stays.
 * Thread-safe.
 */
record Pulling(
    ContainerEngine engine,
    ImageRegistry registry,
    PassingNames names,
    TransferNotes notes,
    Inspector inspector,
    FactRecorder recorder,
    Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Pulling.class);

  /**
   * Gets an image.
   *
   * @throws EngineException when the engine fails
   * @throws io.github.sandboxcache.domain.registry.RegistryException when the registry fails
   * @throws java.util.concurrent.CancellationException once cancelled; nothing is left then
   */
  TransferOutcome pull(
      RemoteReference reference, ProgressListener listener, Cancellation cancellation) {
    try (var _ = names.reserve(reference, listener, cancellation)) {
      if (isHere(reference.image())) {
        return new AlreadyHere();
      }
      Optional<Platform> wanted = engine.transfers().platform();
      Optional<RemoteImage> there = registry.find(reference, wanted, cancellation);
      if (there.isEmpty()) {
        return new Failed(new TransferProblem.NotThere());
      }
      if (wanted.isPresent() && there.get().content().isEmpty()) {
        return otherPlatform(there.get().platforms(), wanted.get());
      }
      if (engine.image(reference.toString()).isPresent()) {
        return new Failed(new TransferProblem.NameTaken());
      }
      return names.note(reference)
          ? get(there.get(), wanted, listener, cancellation)
          : new Failed(new TransferProblem.NotNoted());
    }
  }

  private boolean isHere(CacheReference image) {
    return names.here(image).isPresent();
  }

  private static Failed otherPlatform(List<Platform> there, Platform wanted) {
    return new Failed(new TransferProblem.OtherPlatform(there, wanted));
  }

  private TransferOutcome get(
      RemoteImage there,
      Optional<Platform> wanted,
      ProgressListener listener,
      Cancellation cancellation) {
    RemoteReference reference = there.reference();
    TransferProgress progress = new TransferProgress("pull", listener);
    EngineImage image;
    try {
      engine.transfers().pull(reference, progress, cancellation);
      image =
          engine
              .image(reference.toString())
              // Somebody else has removed it at this moment; the other images are still pulled.
              .orElseThrow(() -> new ImageNotFoundException("No such image: " + reference));
      if (!engine.transfers().digests(reference).contains(there.digest())) {
        return new Failed(new TransferProblem.OtherDigest(there.digest()));
      }
      Optional<Platform> platform = engine.transfers().platformOf(image.id());
      if (wanted.isPresent() && !wanted.equals(platform)) {
        return otherPlatform(platform.stream().toList(), wanted.get());
      }
      if (isHere(reference.image())) {
        // Somebody has made it meanwhile.
        return new AlreadyHere();
      }
      // Podman would take the short name for the end of the one that the image has.
      engine.restoreReference(image.id(), engine.description().naming().written(reference.image()));
      notes.pulled(
          new TransferNotes.Pulled(
              engine.description().endpoint(),
              image.id(),
              reference,
              there.digest(),
              clock.instant()));
    } finally {
      names.take(reference);
    }
    KeyVerdict verdict = verdict(reference.image(), image, listener, cancellation);
    record(reference.image(), image, verdict);
    return new Pulled(image.id(), there.digest(), progress.movedBytes(), verdict);
  }

  /**
   * It came into the cache like an install, if without the time of one; else it would count as
   * never used since it was made, wherever that was.
   */
  private void record(CacheReference reference, EngineImage image, KeyVerdict verdict) {
    UsageFact fact =
        UsageFact.of(
                clock.instant(),
                FactKind.INSTALLED,
                reference,
                FactSource.app(engine.description().endpoint()),
                FactIdentity.random())
            .withImageId(image.id())
            .withBytes(image.sizeBytes());
    Optional<List<String>> packages =
        ImageLabels.packages(image.labels()).filter(_ -> verdict == KeyVerdict.PROVEN);
    try {
      int _ = recorder.record(List.of(packages.map(fact::withPackages).orElse(fact)));
    } catch (UsageLedgerException e) {
      LOG.warn("it is not recorded that {} was pulled", reference, e);
    }
  }

  private KeyVerdict verdict(
      CacheReference reference,
      EngineImage image,
      ProgressListener listener,
      Cancellation cancellation) {
    Optional<List<String>> told = ImageLabels.packages(image.labels());
    if (told.isPresent()) {
      return CacheKey.of(reference.language(), told.get()).tag().equals(reference.tag())
          ? KeyVerdict.PROVEN
          : KeyVerdict.CONTRADICTED;
    }
    try {
      Catalog catalog = Catalog.of(EngineListing.of(engine));
      Optional<CachedImage> cached = catalog.find(reference);
      return cached.isPresent()
              && inspector
                  .inspect(cached.get(), catalog, listener, cancellation)
                  .asked()
                  .map(AskedPackages::from)
                  .equals(Optional.of(PackagesFrom.KEY))
          ? KeyVerdict.PROVEN
          : KeyVerdict.UNPROVEN;
    } catch (EngineException e) {
      LOG.info("what is inside {} is not known", reference, e);
      return KeyVerdict.UNPROVEN;
    }
  }
}
