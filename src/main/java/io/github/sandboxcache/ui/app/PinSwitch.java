package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pins and unpins images in the background, and says so when that cannot be kept. */
final class PinSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(PinSwitch.class);
  private final EngineModel engine;
  private final UiThreads threads;
  private final Runnable recount;
  private final Consumer<String> tell;

  /**
   * A switch of the pins of that engine.
   *
   * @param recount shows what is pinned then
   * @param tell says to the user why it could not be kept
   */
  PinSwitch(EngineModel engine, UiThreads threads, Runnable recount, Consumer<String> tell) {
    this.engine = engine;
    this.threads = threads;
    this.recount = recount;
    this.tell = tell;
  }

  void set(List<CacheReference> references, boolean pinned) {
    engine
        .sessionProperty()
        .get()
        .map(session -> session.service().pins())
        .ifPresent(pins -> threads.compute(() -> change(pins, references, pinned), this::changed));
  }

  private static Optional<PinTrouble> change(
      PinStore pins, List<CacheReference> references, boolean pinned) {
    try {
      var _ = pinned ? pins.pin(references) : pins.unpin(references);
      return Optional.empty();
    } catch (PinsException e) {
      LOG.warn("the pins of {} could not be changed", references, e);
      return Optional.of(e.trouble());
    }
  }

  private void changed(Optional<PinTrouble> trouble) {
    trouble.ifPresent(
        why -> tell.accept(PinTroubleText.what(why) + " " + PinTroubleText.advice(why)));
    recount.run();
  }
}
