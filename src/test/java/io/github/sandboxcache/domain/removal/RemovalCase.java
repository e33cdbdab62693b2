package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.NOON;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A clear of what an engine holds, planned at once and carried out later: what happens in between
 * is up to the test.
 */
final class RemovalCase {
  private final ScriptedEngine engine;
  private final RemovalPlan plan;
  private final Cancellation cancellation = new Cancellation();
  private final List<String> journal = Collections.synchronizedList(new ArrayList<>());
  private PinStore pins = new PinsInMemory();
  private ProgressListener listener = ProgressListener.NONE;

  private RemovalCase(List<EngineContainer> containers, EngineImage... images) {
    engine =
        new ScriptedEngine(
            new SampleEngine(
                new SampleCache(List.of(images), containers),
                Clock.fixed(NOON, ZoneOffset.UTC),
                Duration.ZERO));
    plan = RemovalPlan.of(list(), new Everything(), Pins.Known.NONE);
  }

  /** A clear of those images. */
  static RemovalCase clear(EngineImage... images) {
    return new RemovalCase(List.of(), images);
  }

  RemovalCase with(PinStore others) {
    pins = others;
    return this;
  }

  RemovalCase with(ProgressListener other) {
    listener = other;
    return this;
  }

  ScriptedEngine engine() {
    return engine;
  }

  RemovalPlan plan() {
    return plan;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** What the journal heard: {@code asking REFERENCE}, {@code removed …}, {@code kept …}. */
  List<String> journal() {
    return List.copyOf(journal);
  }

  RemovalReport carryOut() {
    return new Remover(engine, this::list, pins, new Journal(), _ -> false, Optional.empty())
        .remove(plan, listener, cancellation);
  }

  private Catalog list() {
    return Catalog.of(
        new EngineSnapshot(engine.images(), engine.containers(), engine.description().naming()));
  }

  private final class Journal implements RemovalJournal<CachedImage> {
    @Override
    public void asking(CachedImage image) {
      journal.add("asking " + image.reference());
    }

    @Override
    public void removed(CachedImage image) {
      journal.add("removed " + image.reference());
    }

    @Override
    public void kept(CachedImage image, KeepReason reason) {
      journal.add("kept " + image.reference());
    }

    @Override
    public void failed(CachedImage image, String words) {
      journal.add("failed " + image.reference() + ": " + words);
    }

    @Override
    public void unknown(CachedImage image, String words) {
      journal.add("unknown " + image.reference());
    }
  }
}
