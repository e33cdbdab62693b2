package io.github.sandboxcache.service;

import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.catalog.EngineSnapshot;
import io.github.sandboxcache.install.InstallRequest;
import io.github.sandboxcache.install.InstallResult;
import io.github.sandboxcache.install.Installer;
import io.github.sandboxcache.install.LeftoverContainers;
import io.github.sandboxcache.pins.PinStore;
import io.github.sandboxcache.pins.PinTrouble;
import io.github.sandboxcache.pins.Pins;
import io.github.sandboxcache.pins.PinsException;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineContainer;
import io.github.sandboxcache.port.EngineDescription;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.removal.RemovalPlan;
import io.github.sandboxcache.removal.RemovalReport;
import io.github.sandboxcache.removal.Remover;
import io.github.sandboxcache.task.Cancellation;
import io.github.sandboxcache.task.ProgressListener;
import io.github.sandboxcache.usage.FactSource;
import io.github.sandboxcache.usage.UsageLedger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be done with the cache of one engine; the window and the command line both work through
 * it. Every method waits for the engine, so the window calls them from background tasks.
 * Thread-safe.
 */
public final class CacheService {
  private static final Logger LOG = LoggerFactory.getLogger(CacheService.class);

  private final ContainerEngine engine;
  private final Installer installer;
  private final UsageLedger usage;
  private final PinStore pins;
  private final RemovalFacts removals;
  private final LeftoverContainers leftovers;

  /**
   * A service on a connected engine.
   *
   * @param pins which images no removal takes
   */
  public CacheService(
      ContainerEngine engine, Installer installer, UsageLedger usage, PinStore pins, Clock clock) {
    this.engine = engine;
    this.pins = pins;
    this.installer = installer;
    this.usage = usage;
    this.removals = new RemovalFacts(usage, FactSource.app(engine.description().endpoint()), clock);
    this.leftovers = new LeftoverContainers(engine, clock);
  }

  /** Which engine this is about. */
  public EngineDescription engine() {
    return engine.description();
  }

  /**
   * Lists images and containers anew. Containers that killed installs left behind are removed on
   * the way: they would keep images that nobody uses.
   */
  public Catalog list() {
    // The engine thinks about its images for a while, and can tell of its containers meanwhile.
    FutureTask<List<EngineContainer>> containers =
        new FutureTask<>(this::containersWithoutLeftovers);
    Thread.ofPlatform().daemon().name("containers").start(containers);
    List<EngineImage> images = engine.images();
    return Catalog.of(
        new EngineSnapshot(images, outcome(containers), engine.description().naming()));
  }

  private List<EngineContainer> containersWithoutLeftovers() {
    List<EngineContainer> containers = new ArrayList<>(engine.containers());
    List<String> removed = leftovers.remove(containers);
    containers.removeIf(container -> removed.contains(container.name()));
    return containers;
  }

  private static <T> T outcome(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException("the containers cannot be listed", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while the containers were listed");
    }
  }

  /** Removes the containers that killed installs left behind, where the engine lets it. */
  public void removeLeftovers() {
    try {
      List<String> _ = leftovers.remove();
    } catch (EngineException e) {
      // It will fail again where it matters.
      LOG.warn("cannot look for containers left over from installs", e);
    }
  }

  /** Which images are pinned, on whichever engine. */
  public PinStore pins() {
    return pins;
  }

  /** What is known of the cache's use, on whichever engine. */
  public UsageLedger usage() {
    return usage;
  }

  /**
   * Notes the uses that the listed containers tell of and that nobody has noted yet; those of a
   * made-up engine are made up already.
   */
  public void noteUses(Catalog listed) {
    if (!engine.description().sample()) {
      int _ = new ContainerUses(engine, usage).catchUp(listed.snapshot().containers());
    }
  }

  /** Installs packages, see {@link Installer}. */
  public InstallResult install(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    return installer.install(request, listener, cancellation);
  }

  /**
   * Removes what a plan announced and nothing else.
   *
   * @param latest the newest catalog there is while it runs
   * @throws PinsException when the pins cannot be read; then nothing was removed
   */
  public RemovalReport remove(
      RemovalPlan plan,
      Supplier<Catalog> latest,
      ProgressListener listener,
      Cancellation cancellation) {
    if (pins.read() instanceof Pins.Unreadable(PinTrouble trouble)) {
      throw new PinsException(trouble);
    }
    RemovalReport report = new Remover(engine, latest, pins).remove(plan, listener, cancellation);
    removals.takeDown(report);
    return report;
  }
}
