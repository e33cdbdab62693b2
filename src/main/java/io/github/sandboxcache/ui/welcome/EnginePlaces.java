package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The engines that may be used, each asked in the background whether it answers; one that never
 * does keeps no other waiting. FX thread only.
 */
final class EnginePlaces {
  private final EngineOpener engines;
  private final UiThreads threads;
  private final Optional<EngineAddress> current;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();

  /** What is known of a place. */
  sealed interface Answer {
    /** It has not answered yet. */
    record Awaited() implements Answer {}

    /** An engine answers there. */
    record Engine(EngineDescription engine) implements Answer {}

    /** None does. */
    record None(EngineAttempt why) implements Answer {}
  }

  /**
   * A place in the list.
   *
   * @param current whether the window uses the engine at this place
   */
  record Row(EnginePlace place, boolean current, Answer answer) {}

  /**
   * Knows no places yet.
   *
   * @param current where the window's engine is; empty when it has none
   */
  EnginePlaces(EngineOpener engines, UiThreads threads, Optional<String> current) {
    this.engines = engines;
    this.threads = threads;
    this.current = current.map(EngineAddress::parse);
  }

  /** The places in the order in which engines are looked for. */
  ObservableList<Row> rows() {
    return rows;
  }

  /** Looks for places and asks them all. */
  void look() {
    threads.compute(engines::places, this::ask);
  }

  private void ask(List<EnginePlace> places) {
    rows.setAll(
        places.stream()
            .map(place -> new Row(place, isCurrent(place), new Answer.Awaited()))
            .toList());
    for (int i = 0; i < places.size(); i++) {
      int at = i;
      Row row = rows.get(i);
      threads.compute(
          () -> answer(row.place()),
          answer -> rows.set(at, new Row(row.place(), row.current(), answer)));
    }
  }

  private Answer answer(EnginePlace place) {
    return switch (engines.reach(place.address())) {
      case Outcome.Connected(var engine, var _) -> {
        EngineDescription description = engine.description();
        engine.close();
        yield new Answer.Engine(description);
      }
      case Outcome.NoEngine(List<EngineAttempt> attempts) -> new Answer.None(attempts.getLast());
    };
  }

  private boolean isCurrent(EnginePlace place) {
    return current.filter(EngineAddress.parse(place.address())::equals).isPresent();
  }
}
