package io.github.sandboxcache.ui.model;

import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineConnector;
import io.github.sandboxcache.port.EngineConnector.Outcome.Connected;
import io.github.sandboxcache.port.EngineConnector.Outcome.NoEngine;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.session.EngineSession;
import io.github.sandboxcache.ui.session.EngineSessions;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The window's engine: connects in the background, and says how it stands. FX thread only; the
 * newest choice wins over answers that come late.
 */
public final class EngineModel {
  private final EngineConnector connector;
  private final Supplier<ContainerEngine> sampleEngine;
  private final EngineSessions sessions;
  private final UiThreads threads;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<EngineStatus> status =
      new ReadOnlyObjectWrapper<>(new EngineStatus.Connecting());
  private final ReadOnlyObjectWrapper<Optional<EngineSession>> session =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Supplier<EngineConnector.Outcome> source;
  private int attempt;

  /** Knows no engine until it is told to connect. */
  public EngineModel(
      EngineConnector connector,
      Supplier<ContainerEngine> sampleEngine,
      EngineSessions sessions,
      UiThreads threads,
      Clock clock) {
    this.connector = connector;
    this.sampleEngine = sampleEngine;
    this.sessions = sessions;
    this.threads = threads;
    this.clock = clock;
    this.source = () -> connector.connect(Optional.empty());
  }

  /** How it stands with the engine. */
  public ReadOnlyObjectProperty<EngineStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The session on the engine; empty while none is connected. */
  public ReadOnlyObjectProperty<Optional<EngineSession>> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** Whether what is shown is made up. */
  public boolean isSample() {
    return session.get().map(open -> open.engine().sample()).orElse(false);
  }

  /** Leaves the present engine and looks for one, or uses the chosen one. */
  public void connect(Optional<String> chosenUri) {
    connectBy(() -> connector.connect(chosenUri));
  }

  /** Leaves the present engine for the one with made-up data. */
  public void openSample() {
    connectBy(() -> new Connected(sampleEngine.get()));
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

  private void connectBy(Supplier<EngineConnector.Outcome> how) {
    source = how;
    int mine = ++attempt;
    leave();
    status.set(new EngineStatus.Connecting());
    threads
        .background()
        .execute(
            () -> {
              EngineConnector.Outcome outcome = how.get();
              threads.ui().execute(() -> arrive(mine, outcome));
            });
  }

  private void arrive(int itsAttempt, EngineConnector.Outcome outcome) {
    if (itsAttempt != attempt) {
      if (outcome instanceof Connected(ContainerEngine late)) {
        threads.background().execute(late::close);
      }
      return;
    }
    switch (outcome) {
      case Connected(ContainerEngine engine) -> enter(sessions.open(engine));
      case NoEngine(var attempts) -> status.set(new EngineStatus.None(attempts, clock.instant()));
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
    opened.start();
  }

  private void follow(EngineSession opened, CatalogState state) {
    EngineStatus next =
        state.freshness() == Freshness.LOST
            ? new EngineStatus.Lost(opened.engine())
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
