package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.FollowedLogs;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The logs in the settings dialog, and how it stands with each while the dialog is open. FX thread
 * only.
 */
final class FollowedLogsModel implements AutoCloseable {
  private final FollowedLogs logs;
  private final List<String> saved;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();

  // Held, because a view that nobody holds is collected together with its listeners.
  private final ObservableList<Entry> entriesView =
      FXCollections.unmodifiableObservableList(entries);

  private final Runnable endListening;

  /**
   * A path or glob in the list.
   *
   * @param saved whether it is followed already
   * @param files how it stands with the files it means; one without a file when there are none
   */
  record Entry(String pattern, boolean saved, List<FollowedLogState> files) {}

  /**
   * The list as it is saved.
   *
   * @param ui runs work on the FX thread
   */
  FollowedLogsModel(List<String> saved, FollowedLogs logs, Executor ui) {
    this.logs = logs;
    this.saved = List.copyOf(saved);
    saved.forEach(pattern -> entries.add(entry(pattern)));
    this.endListening = logs.onChange(_ -> ui.execute(this::update));
  }

  private Entry entry(String pattern) {
    return new Entry(
        pattern,
        saved.contains(pattern),
        logs.states().stream().filter(state -> state.pattern().equals(pattern)).toList());
  }

  private void update() {
    entries.replaceAll(entry -> entry(entry.pattern()));
  }

  /** The logs in the list, in the order in which they were added. */
  ObservableList<Entry> entries() {
    return entriesView;
  }

  /** A path or glob that may come into the list. */
  StringProperty typedProperty() {
    return typed;
  }

  /** Whether what is typed can be kept: nothing, or something that can be followed. */
  boolean isTypedValid() {
    return typed().isEmpty() || logs.isSensible(typed());
  }

  /** Takes what is typed into the list; leaves it where it is when it cannot be followed. */
  void add() {
    if (isTypedValid()) {
      List<String> wanted = patterns();
      if (wanted.size() > entries.size()) {
        entries.add(entry(typed()));
      }
      typed.set("");
    }
  }

  /** Takes one out of the list. */
  void remove(String pattern) {
    entries.removeIf(entry -> entry.pattern().equals(pattern));
  }

  /** All that are to be followed; also what is typed and was not added. */
  List<String> patterns() {
    List<String> listed = entries.stream().map(Entry::pattern).toList();
    return typed().isEmpty() || listed.contains(typed())
        ? listed
        : Stream.concat(listed.stream(), Stream.of(typed())).toList();
  }

  private String typed() {
    return typed.get().strip();
  }

  /** Listens no longer. */
  @Override
  public void close() {
    endListening.run();
  }
}
