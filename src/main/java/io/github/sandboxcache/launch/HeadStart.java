package io.github.sandboxcache.launch;

import io.github.sandboxcache.port.EngineConnector;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks for an engine before it is asked to, so that the answer is there when it is. Thread-safe.
 */
final class HeadStart implements EngineConnector {
  private final EngineConnector connector;
  private final AtomicReference<Optional<Begun>> begun = new AtomicReference<>(Optional.empty());

  private record Begun(Optional<String> uri, CompletableFuture<Outcome> outcome) {}

  HeadStart(EngineConnector connector) {
    this.connector = connector;
  }

  /** Begins what {@link #connect} with the same argument will then wait for. */
  void begin(Optional<String> chosenUri, Executor background) {
    begun.set(
        Optional.of(
            new Begun(
                chosenUri,
                CompletableFuture.supplyAsync(() -> connector.connect(chosenUri), background))));
  }

  @Override
  public Outcome connect(Optional<String> chosenUri) {
    Optional<Begun> early = begun.getAndSet(Optional.empty());
    if (early.isEmpty()) {
      return connector.connect(chosenUri);
    }
    if (early.get().uri().equals(chosenUri)) {
      return outcome(early.get());
    }
    var _ = early.get().outcome().thenAccept(HeadStart::close);
    return connector.connect(chosenUri);
  }

  /** What went wrong in the background is thrown as it would have been here. */
  private static Outcome outcome(Begun begun) {
    try {
      return begun.outcome().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException problem ? problem : e;
    }
  }

  private static void close(Outcome unwanted) {
    if (unwanted instanceof Outcome.Connected(var engine)) {
      engine.close();
    }
  }
}
