package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A removal of everything an engine has, and all that was told meanwhile. */
final class RecordedRun implements RemovalJournal<CachedImage>, ProgressListener {
  final Cancellation cancellation = new Cancellation();

  /** What the journal heard, such as {@code removed REF}. */
  final List<String> journal = new CopyOnWriteArrayList<>();

  /** How far it was, after each image. */
  final List<Double> fractions = new CopyOnWriteArrayList<>();

  private final MeddledEngine engine;
  private final RemovalPlan plan;
  private final PinStore pins = new PinsInMemory();

  /** Plans now what {@link #carryOut} does later. */
  RecordedRun(MeddledEngine engine) {
    this.engine = engine;
    this.plan = RemovalPlan.of(engine.catalog(), new Everything(), Pins.Known.NONE);
  }

  RemovalReport carryOut() {
    return new Remover(engine, engine::catalog, pins, this, _ -> false, Optional.empty())
        .remove(plan, this, cancellation);
  }

  @Override
  public void asking(CachedImage image) {
    journal.add("asking " + image.engineReference());
  }

  @Override
  public void removed(CachedImage image) {
    journal.add("removed " + image.engineReference());
  }

  @Override
  public void kept(CachedImage image, KeepReason reason) {
    journal.add("kept " + image.engineReference());
  }

  @Override
  public void failed(CachedImage image, String words) {
    journal.add("failed " + image.engineReference());
  }

  @Override
  public void unknown(CachedImage image, String words) {
    journal.add("unknown " + image.engineReference());
  }

  @Override
  public void onProgress(Progress progress) {
    fractions.add(progress.fraction().orElseThrow());
  }

  @Override
  public void onLine(String line) {}
}
