package io.github.sandboxcache.domain.engine;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProcessLocks.Held;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Locks of what is done to one engine, whoever of this user does it and by whatever way. Each is
 * two: one of the address, which also holds against a process that does not know which engine it
 * is, and one of the engine itself. Thread-safe.
 *
 * @param locks of all engines
 */
public record EngineLocks(ContainerEngine engine, ProcessLocks locks) {
  /**
   * Waits for a lock. May wait for the engine.
   *
   * @param what what is locked of that engine, any text
   * @param holder who asks, told to those who wait for it
   * @param onWait called whenever another one turns out to have it, with the name of its holder,
   *     untrusted and perhaps empty
   * @throws CancellationException once cancelled
   */
  public Held acquire(
      String what, String holder, Consumer<String> onWait, Cancellation cancellation) {
    // Everybody takes the engine's own last, so nobody waits in a circle.
    Held way = locks.acquire(ofAddress(what), holder, onWait, cancellation);
    try {
      Optional<String> ofEngine = ofEngine(what);
      return ofEngine.isEmpty()
          ? way
          : both(way, locks.acquire(ofEngine.get(), holder, onWait, cancellation));
    } catch (RuntimeException e) {
      way.close();
      throw e;
    }
  }

  /** Takes a lock, unless somebody has it. May wait for the engine. */
  public Optional<Held> tryAcquire(String what, String holder) {
    Optional<Held> way = locks.tryAcquire(ofAddress(what), holder);
    Optional<String> ofEngine = way.isEmpty() ? Optional.empty() : ofEngine(what);
    if (ofEngine.isEmpty()) {
      return way;
    }
    Optional<Held> own = locks.tryAcquire(ofEngine.get(), holder);
    if (own.isEmpty()) {
      way.get().close();
    }
    return own.map(held -> both(way.get(), held));
  }

  private static Held both(Held way, Held own) {
    return () -> {
      own.close();
      way.close();
    };
  }

  private String ofAddress(String what) {
    return engine.description().endpoint() + "\n" + what;
  }

  private Optional<String> ofEngine(String what) {
    return Optional.of(engine.identity().name())
        .filter(name -> !name.equals(engine.description().endpoint()))
        .map(name -> name + "\n" + what);
  }
}
