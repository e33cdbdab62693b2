package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.base.EngineOpener.Opened;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The window's engine: connects in the background, and says how it stands. FX thread only; the
 * newest choice wins over answers that come late.
 */
public final class EngineModel {
  private final EngineOpener engines;
  private final UiThreads threads;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<EngineStatus> status =
      new ReadOnlyObjectWrapper<>(new EngineStatus.Connecting());
  private final ReadOnlyObjectWrapper<Optional<EngineSession>> session =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Supplier<Opened> source;
  private int attempt;

  /** Knows no engine until it is told to connect. */
  public EngineModel(EngineOpener engines, UiThreads threads, Clock clock) {
    this.engines = engines;
    this.threads = threads;
    this.clock = clock;
    this.source = () -> engines.open(Optional.empty());
  }

  /** How it stands with the engine. */
  public ReadOnlyObjectProperty<EngineStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The session on the engine; empty while none is connected. */
  public ReadOnlyObjectProperty<Optional<EngineSession>> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** The session while the engine answers, so that something can be done. */
  public Optional<EngineSession> ready() {
    return session.get().filter(_ -> status.get().isReady());
  }

  /** Whether what is shown is made up. */
  public boolean isSample() {
    return session.get().map(open -> open.engine().sample()).orElse(false);
  }

  /** Leaves the present engine and looks for one, or uses the chosen one. */
  public void connect(Optional<String> chosenUri) {
    connectBy(() -> engines.open(chosenUri));
  }

  /**
   * Takes over what has been begun to open.
   *
   * @param how opens the same again
   */
  public void connect(Supplier<Opened> how, CompletableFuture<Opened> begun) {
    connectBy(begun::join);
    source = how;
  }

  /** Leaves the present engine for the one with made-up data. */
  public void openSample() {
    connectBy(engines::openSample);
  }

  /** Lists anew when an engine is connected, otherwise looks for one as before. */
  public void refresh() {
    session.get().ifPresentOrElse(EngineSession::refresh, () -> connectBy(source));
  }

  /** Leaves the engine for good. */
  public void close() {
    attempt++;
    leave();
  }

  private void connectBy(Supplier<Opened> how) {
    source = how;
    int mine = ++attempt;
    leave();
    status.set(new EngineStatus.Connecting());
    threads.compute(how, opened -> arrive(mine, opened));
  }

  private void arrive(int itsAttempt, Opened opened) {
    if (itsAttempt != attempt) {
      EngineOpener.close(opened);
      return;
    }
    switch (opened) {
      case Opened.Started(EngineSession started) -> enter(started);
      case Opened.NoEngine(var attempts) ->
          status.set(new EngineStatus.None(attempts, clock.instant()));
    }
  }

  private void enter(EngineSession opened) {
    int mine = attempt;
    opened.onChange(
        state ->
            threads
                .ui()
                .execute(
                    () -> {
                      if (mine == attempt) {
                        follow(opened, state);
                      }
                    }));
    status.set(new EngineStatus.Ready(opened.engine()));
    session.set(Optional.of(opened));
    // It runs already, and what came before the listener was there is told to nobody.
    follow(opened, opened.state());
  }

  private void follow(EngineSession opened, CatalogState state) {
    EngineStatus next =
        state.freshness() == Freshness.LOST
            ? new EngineStatus.Lost(opened.engine(), state.lostBy())
            : new EngineStatus.Ready(opened.engine());
    if (!next.equals(status.get())) {
      status.set(next);
    }
  }

  private void leave() {
    Optional<EngineSession> left = session.get();
    session.set(Optional.empty());
    left.ifPresent(EngineSession::close);
  }
}
