package io.github.sandboxcache.removal;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.pins.PinStore;
import io.github.sandboxcache.pins.Pins;
import io.github.sandboxcache.pins.PinsInMemory;
import io.github.sandboxcache.removal.RemovalPolicy.Everything;
import io.github.sandboxcache.task.Cancellation;
import io.github.sandboxcache.task.Progress;
import io.github.sandboxcache.task.ProgressListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A removal of everything an engine has, and all that was told meanwhile. */
final class RecordedRun implements RemovalJournal, ProgressListener {
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
    return new Remover(engine, engine::catalog, pins, this).remove(plan, this, cancellation);
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
  public void stayed(CachedImage image) {
    journal.add("stayed " + image.engineReference());
  }

  @Override
  public void onProgress(Progress progress) {
    fractions.add(progress.fraction().orElseThrow());
  }

  @Override
  public void onLine(String line) {}
}
