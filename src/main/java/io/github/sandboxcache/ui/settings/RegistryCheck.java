package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks a registry in the background whether it answers. FX thread only. */
final class RegistryCheck implements AutoCloseable {
  private final Supplier<Optional<EngineSession>> engine;
  private final UiThreads threads;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Unasked());
  private Cancellation asking = new Cancellation();

  /**
   * Asks nothing yet.
   *
   * @param engine the session while the engine answers: which registries are spoken to without TLS,
   *     and with which logins, is a matter of the engine's
   */
  RegistryCheck(Supplier<Optional<EngineSession>> engine, UiThreads threads) {
    this.engine = engine;
    this.threads = threads;
  }

  /** What is known of the registry. */
  sealed interface State {
    /** Nobody asked it since its address was changed. */
    record Unasked() implements State {}

    /** It is being asked. */
    record Asking() implements State {}

    /** It cannot be asked, for no engine answers. */
    record NoEngine() implements State {}

    /** It has so many cached images. */
    record Answered(int images) implements State {}

    /** It did not answer as it should. */
    record Failed(RegistryException why) implements State {}
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Asks that registry, instead of another one that is being asked. */
  void ask(RegistryAddress address) {
    forget();
    engine
        .get()
        .ifPresentOrElse(session -> ask(session, address), () -> state.set(new State.NoEngine()));
  }

  private void ask(EngineSession session, RegistryAddress address) {
    Cancellation mine = new Cancellation();
    asking = mine;
    state.set(new State.Asking());
    threads.compute(
        () -> answer(session, address, mine),
        answer -> {
          if (!mine.isCancelled()) {
            state.set(answer);
          }
        });
  }

  private static State answer(
      EngineSession session, RegistryAddress address, Cancellation cancellation) {
    try {
      return new State.Answered(
          session.service().transfers().references(address, Language.KNOWN, cancellation).size());
    } catch (RegistryException e) {
      return new State.Failed(e);
    } catch (CancellationException _) {
      return new State.Unasked();
    }
  }

  /** Forgets what was answered, and does not wait for an answer any more. */
  void forget() {
    asking.cancel();
    state.set(new State.Unasked());
  }

  @Override
  public void close() {
    asking.cancel();
  }
}
