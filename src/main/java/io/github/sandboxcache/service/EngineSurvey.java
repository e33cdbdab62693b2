package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.domain.task.Meanwhile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks every place where an engine may be who answers there, a few at once, and none for long: a
 * slow one delays no other. Thread-safe; waits for engines, so not for the FX thread.
 */
public final class EngineSurvey {
  /** So many are asked at once. */
  static final int AT_ONCE = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final EngineConnector connector;
  private final Duration patience;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** Asks the engines that it finds. */
  public EngineSurvey(EngineConnector connector) {
    this(connector, PATIENCE);
  }

  /** The same that takes an engine for stopped after that time without an answer. */
  EngineSurvey(EngineConnector connector, Duration patience) {
    this.connector = connector;
    this.patience = patience;
  }

  /** What came of asking a place. */
  public sealed interface Answer {
    /**
     * An engine answers there.
     *
     * @param info what it says of itself; unknown where it does not say
     */
    record Engine(EngineDescription engine, EngineInfo info) implements Answer {}

    /** None does. */
    record None(EngineAttempt why) implements Answer {}
  }

  /**
   * A place and what came of asking it.
   *
   * @param current whether the cache that is worked on is that engine's
   */
  public record Found(EnginePlace place, boolean current, Answer answer) {}

  /**
   * Where engines may be, in the order in which they are looked for; a chosen address comes first
   * where it is none of these. Asks nobody, but reads files.
   */
  public List<EnginePlace> places(Optional<String> chosen) {
    List<EnginePlace> places = new ArrayList<>(connector.places());
    chosen
        .filter(address -> places.stream().noneMatch(place -> leadsTo(place, address)))
        .ifPresent(
            address -> places.addFirst(new EnginePlace(address, address, Source.CHOSEN, "")));
    return List.copyOf(places);
  }

  /** Whether an engine at that address is the one at the place, however either is written. */
  public boolean leadsTo(EnginePlace place, String address) {
    return connector.areSame(place.address(), address);
  }

  /**
   * Asks a place once it is its turn.
   *
   * @throws CancellationException when this thread is interrupted meanwhile
   */
  public Answer ask(EnginePlace place) {
    try {
      turns.acquire();
      try {
        CompletableFuture<Answer> asked = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("engine-survey").start(() -> ask(place, asked));
        return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        return none(place, Failure.NOT_RUNNING, "");
      } catch (ExecutionException e) {
        throw new IllegalStateException("asking an engine failed unexpectedly", e.getCause());
      } finally {
        turns.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while asking an engine");
    }
  }

  private void ask(EnginePlace place, CompletableFuture<Answer> asked) {
    try {
      asked.complete(
          switch (connector.connect(Optional.of(place.address()))) {
            case Outcome.Connected(ContainerEngine engine, var _) -> described(engine);
            case Outcome.NoEngine(List<EngineAttempt> attempts) ->
                none(place, attempts.getFirst().failure(), attempts.getFirst().detail());
          });
    } catch (RuntimeException e) {
      asked.completeExceptionally(e);
    }
  }

  private static Answer described(ContainerEngine engine) {
    try (engine) {
      return new Answer.Engine(engine.description(), info(engine));
    }
  }

  private static EngineInfo info(ContainerEngine engine) {
    try {
      return engine.info();
    } catch (EngineException _) {
      // It answers, and that is what was asked.
      return EngineInfo.UNKNOWN;
    }
  }

  /** Told by the rule that led there, so that the advice is about the right product. */
  private static Answer none(EnginePlace place, Failure failure, String detail) {
    return new Answer.None(new EngineAttempt(place.address(), place.source(), failure, detail));
  }

  /**
   * Asks all places.
   *
   * @param chosen the one address that was named, if one was
   * @param used connects to the engine whose cache is worked on
   */
  public List<Found> all(Optional<String> chosen, Supplier<Outcome> used) {
    Meanwhile<Optional<Used>> current = Meanwhile.begin("engine-used", () -> Used.of(used.get()));
    List<EnginePlace> places = places(chosen);
    List<Meanwhile<Answer>> answers =
        places.stream().map(place -> Meanwhile.begin("engine-asked", () -> ask(place))).toList();
    List<Found> found = new ArrayList<>();
    Optional<Used> now = current.get();
    for (int i = 0; i < places.size(); i++) {
      EnginePlace place = places.get(i);
      boolean isCurrent =
          now.filter(engine -> leadsTo(place, engine.address())).isPresent()
              && found.stream().noneMatch(Found::current);
      found.add(new Found(place, isCurrent, answers.get(i).get()));
    }
    now.filter(_ -> found.stream().noneMatch(Found::current))
        .ifPresent(engine -> found.addFirst(engine.asFound()));
    return List.copyOf(found);
  }

  /** The engine whose cache is worked on. */
  private record Used(Answer.Engine answer) {
    static Optional<Used> of(Outcome outcome) {
      return outcome instanceof Outcome.Connected(ContainerEngine engine, var _)
              && described(engine) instanceof Answer.Engine answer
          ? Optional.of(new Used(answer))
          : Optional.empty();
    }

    String address() {
      return answer.engine().endpoint();
    }

    Found asFound() {
      EnginePlace place =
          new EnginePlace(address(), address(), Source.CHOSEN, answer.engine().source());
      return new Found(place, true, answer);
    }
  }
}
