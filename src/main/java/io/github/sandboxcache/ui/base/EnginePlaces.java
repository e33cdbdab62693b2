package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.service.EngineSurvey;
import io.github.sandboxcache.service.EngineSurvey.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The engines that may be used, each asked in the background whether it answers; one that never
 * does keeps no other waiting. FX thread only.
 */
public final class EnginePlaces {
  private final EngineSurvey survey;
  private final UiThreads threads;
  private final Supplier<Optional<String>> current;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private int looks;

  /**
   * A place in the list.
   *
   * @param current whether the window uses the engine at this place
   * @param answer what came of asking it last; empty as long as nothing has
   */
  public record Row(EnginePlace place, boolean current, Optional<Answer> answer) {}

  /**
   * Knows no places yet.
   *
   * @param current where the window's engine is now; empty while it has none
   */
  public EnginePlaces(EngineSurvey survey, UiThreads threads, Supplier<Optional<String>> current) {
    this.survey = survey;
    this.threads = threads;
    this.current = current;
  }

  /** The places in the order in which engines are looked for. */
  public ObservableList<Row> rows() {
    return rows;
  }

  /** Looks for places and asks them all; what was known of one stays until it answers anew. */
  public void look() {
    int mine = ++looks;
    threads.compute(listing(), found -> ask(mine, found));
  }

  /** Lists the places with what is known of them now, and asks none; not for the FX thread. */
  public Supplier<List<Row>> listing() {
    Optional<String> now = current.get();
    List<Row> known = List.copyOf(rows);
    return () -> found(now, known);
  }

  private List<Row> found(Optional<String> now, List<Row> known) {
    return survey.places(now).stream()
        .map(
            place ->
                new Row(
                    place,
                    now.filter(address -> survey.leadsTo(place, address)).isPresent(),
                    answer(place, known)))
        .toList();
  }

  private static Optional<Answer> answer(EnginePlace place, List<Row> known) {
    return known.stream().filter(row -> row.place().equals(place)).findFirst().flatMap(Row::answer);
  }

  private void ask(int mine, List<Row> found) {
    if (mine != looks) {
      return;
    }
    rows.setAll(found);
    for (int i = 0; i < found.size(); i++) {
      int at = i;
      Row row = found.get(i);
      threads.compute(
          () -> survey.ask(row.place()),
          answer -> {
            if (mine == looks) {
              rows.set(at, new Row(row.place(), row.current(), Optional.of(answer)));
            }
          });
    }
  }
}
