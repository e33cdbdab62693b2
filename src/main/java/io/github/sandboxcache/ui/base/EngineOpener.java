package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.service.EngineSurvey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Connects to engines and starts sessions on them. Thread-safe; opening waits for the engine. */
public final class EngineOpener {
  private final EngineConnector connector;
  private final EngineSurvey survey;
  private final Supplier<ContainerEngine> sampleEngine;
  private final Function<ContainerEngine, EngineSession> sessions;

  /**
   * Opens engines that way.
   *
   * @param connector finds engines
   * @param sampleEngine makes the engine with made-up data
   * @param sessions opens sessions, not yet started, on engines, which they own from then on
   */
  public EngineOpener(
      EngineConnector connector,
      Supplier<ContainerEngine> sampleEngine,
      Function<ContainerEngine, EngineSession> sessions) {
    this.connector = connector;
    this.survey = new EngineSurvey(connector);
    this.sampleEngine = sampleEngine;
    this.sessions = sessions;
  }

  /** What came of it. */
  public sealed interface Opened {
    /**
     * An engine was found.
     *
     * @param session the session on it, started
     */
    record Started(EngineSession session) implements Opened {}

    /**
     * None was found.
     *
     * @param attempts what was tried
     */
    record NoEngine(List<EngineAttempt> attempts) implements Opened {}
  }

  /** Looks for an engine, or uses the chosen one, and starts a session on it. */
  public Opened open(Optional<String> chosenUri) {
    return switch (connector.connect(chosenUri)) {
      case Outcome.Connected(ContainerEngine engine, var _) -> started(engine);
      case Outcome.NoEngine(List<EngineAttempt> attempts) -> new Opened.NoEngine(attempts);
    };
  }

  /** Starts a session on made-up data. */
  public Opened openSample() {
    return started(sampleEngine.get());
  }

  /** Whether that engine answers; the caller closes the connection. */
  public Outcome reach(String uri) {
    return connector.connect(Optional.of(uri));
  }

  /** Asks all engines that there may be. */
  public EngineSurvey survey() {
    return survey;
  }

  /** Ends a session that nobody wants any more. */
  public static void close(Opened late) {
    if (late instanceof Opened.Started(EngineSession session)) {
      session.close();
    }
  }

  private Opened started(ContainerEngine engine) {
    EngineSession session = sessions.apply(engine);
    session.start();
    return new Opened.Started(session);
  }
}
