package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.LogFindings;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The way from a window that knows of no lookups to a log that tells of them. Nothing is searched
 * before somebody asks for it. FX thread only.
 */
public final class ConnectModel {
  private final CacheModel cache;
  private final SettingsModel settings;
  private final LogSearch search;
  private final UiThreads threads;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper();
  private final Map<String, String> failures = new HashMap<>();
  private Optional<LogFindings> found = Optional.empty();
  private AtomicBoolean goOn = new AtomicBoolean();
  private BooleanSupplier place = () -> false;

  /** Follows that cache and those settings. */
  public ConnectModel(
      CacheModel cache, SettingsModel settings, LogSearch search, UiThreads threads) {
    this.cache = cache;
    this.settings = settings;
    this.search = search;
    this.threads = threads;
    cache.viewProperty().subscribe(_ -> lookAtUsage());
    settings.settingsProperty().addListener((_, _, _) -> show());
  }

  /**
   * How far the search is.
   *
   * @param searching whether it is under way
   * @param rows what was found last; empty before the first search has ended
   * @param findings the same with what could not be read
   */
  record State(boolean searching, List<Row> rows, Optional<LogFindings> findings) {
    static final State IDLE = new State(false, List.of(), Optional.empty());

    State {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A log that was found.
   *
   * @param followed whether it is followed by now
   * @param failure why it could not be followed, in the words of whoever keeps the settings
   */
  record Row(FoundLog log, boolean followed, Optional<String> failure) {}

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /**
   * Whether no lookup is known at all, so that there is nothing to show but this; stays so until
   * {@link #finish} where somebody has begun to connect.
   */
  public ReadOnlyBooleanProperty neededProperty() {
    return needed.getReadOnlyProperty();
  }

  /** Whether this stands in the place of charts that could be shown by now. */
  boolean mayFinish() {
    return needed.get() && lookups(cache.view()).orElse(false);
  }

  private void lookAtUsage() {
    lookups(cache.view())
        .ifPresent(
            known -> {
              boolean begun = needed.get() && !state.get().equals(State.IDLE);
              needed.set(!known || begun);
              if (begun) {
                show();
              }
            });
  }

  /** Whether there are any; empty while nobody knows. */
  private static Optional<Boolean> lookups(CacheView view) {
    return view.usage().recent().map(RecentUses::anyLookups);
  }

  /** Gives the window back to what is known by now; does nothing while nothing is. */
  void finish() {
    if (mayFinish()) {
      stop();
      found = Optional.empty();
      failures.clear();
      show();
      needed.set(false);
    }
  }

  /** Says how to bring this into view in the window, and whether that could be done. */
  public void setPlace(BooleanSupplier newPlace) {
    place = newPlace;
  }

  /** Brings this into view; says no where there is no place for it. */
  public boolean bringIntoView() {
    return place.getAsBoolean();
  }

  /** Looks for logs, anew where it has done so before. */
  void look() {
    stop();
    AtomicBoolean mayGoOn = new AtomicBoolean(true);
    goOn = mayGoOn;
    state.set(new State(true, state.get().rows(), found));
    List<String> followed = followed();
    threads.compute(
        () -> search.search(followed, mayGoOn::get),
        findings -> {
          // A search that was overtaken by another one has nothing to say.
          if (goOn.equals(mayGoOn)) {
            found = Optional.of(findings);
            show();
          }
        });
  }

  /** Ends a search early; what it has found by then is shown. */
  void stop() {
    goOn.set(false);
  }

  /** Follows a log from now on; what is in it already is read, too. */
  void follow(FoundLog log) {
    failures.remove(log.pattern());
    settings.follow(
        List.of(log.pattern()),
        this::show,
        e -> {
          failures.put(log.pattern(), reason(e));
          show();
        });
  }

  static String reason(SettingsException e) {
    return String.valueOf(e.getMessage());
  }

  private List<String> followed() {
    return settings.now().usage().followedLogs();
  }

  private void show() {
    List<Row> rows =
        found.map(LogFindings::logs).orElse(List.of()).stream().map(this::row).toList();
    state.set(found.isEmpty() ? State.IDLE : new State(false, rows, found));
  }

  private Row row(FoundLog log) {
    return new Row(
        log,
        log.followed() || followed().contains(log.pattern()),
        Optional.ofNullable(failures.get(log.pattern())));
  }
}
