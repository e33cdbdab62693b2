package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.ImportedFile;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.text.LogFailureText;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.UiThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is in files that somebody dropped or chose, and what is done with them. Nothing is kept
 * before that is decided. FX thread only.
 */
final class LogOfferModel {
  /** More at once nobody means. */
  static final int MAX_FILES = 50;

  private final SettingsModel settings;
  private final LogSearch search;
  private final LogImport imports;
  private final UiThreads threads;
  private final AtomicBoolean goOn = new AtomicBoolean(true);
  private final ReadOnlyObjectWrapper<State> state;

  /** Looks into these files at once. */
  LogOfferModel(
      List<Path> files,
      SettingsModel settings,
      LogSearch search,
      LogImport imports,
      UiThreads threads) {
    this.settings = settings;
    this.search = search;
    this.imports = imports;
    this.threads = threads;
    List<Path> looked = files.stream().distinct().limit(MAX_FILES).toList();
    this.state =
        new ReadOnlyObjectWrapper<>(
            new State(Step.LOOKING, looked.stream().map(Content::unknown).toList(), 0, ""));
    threads.compute(
        () -> looked.stream().map(this::look).toList(),
        contents -> state.set(new State(Step.OFFERED, contents, 0, "")));
  }

  /** How far it is. */
  enum Step {
    /** The files are being looked into. */
    LOOKING,
    /** It is for the user to decide. */
    OFFERED,
    /** That is being done. */
    WORKING,
    /** They are followed from now on. */
    FOLLOWED,
    /** They were read once. */
    IMPORTED,
    /** It could not be done. */
    FAILED
  }

  /**
   * What is known.
   *
   * @param contents of each file
   * @param news events that were new to the ledger, once the files were read
   * @param failure why it could not be done, where that is so
   */
  record State(Step step, List<Content> contents, long news, String failure) {
    State {
      contents = List.copyOf(contents);
    }

    private State at(Step next) {
      return new State(next, contents, 0, "");
    }

    /** Events of all files. */
    long events() {
      return logs().mapToLong(FoundLog::events).sum();
    }

    /** Whether any of them can be followed and is not. */
    boolean mayFollow() {
      return step == Step.OFFERED && logs().anyMatch(FoundLog::mayFollow);
    }

    /** Whether there is anything to read. */
    boolean mayImport() {
      return step == Step.OFFERED && events() > 0;
    }

    /** Whether there is nothing but packed files to read. */
    boolean onlyPacked() {
      return events() > 0 && logs().allMatch(FoundLog::packed);
    }

    private Stream<FoundLog> logs() {
      return contents.stream().flatMap(content -> content.log().stream());
    }
  }

  /**
   * What one file has.
   *
   * @param log what was found; empty while nobody has looked, and where that failed
   * @param problem why it cannot be read; empty where it can
   */
  record Content(Path file, Optional<FoundLog> log, Optional<String> problem) {
    private static Content unknown(Path file) {
      return new Content(file, Optional.empty(), Optional.empty());
    }
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  private Content look(Path file) {
    try {
      return new Content(
          file,
          Optional.of(search.look(file, settings.now().usage().followedLogs(), goOn::get)),
          Optional.empty());
    } catch (IOException e) {
      return new Content(
          file, Optional.empty(), Optional.of(LogFailureText.reason(e, file.toString())));
    }
  }

  /** Follows those that are not followed yet; what is in them already is read, too. */
  void follow() {
    State now = state.get();
    if (now.mayFollow()) {
      state.set(now.at(Step.WORKING));
      settings.follow(
          now.logs().filter(FoundLog::mayFollow).map(FoundLog::pattern).toList(),
          () -> state.set(now.at(Step.FOLLOWED)),
          e -> fail(now, ConnectModel.reason(e)));
    }
  }

  /** Reads those with events once. */
  void importOnce() {
    State now = state.get();
    if (now.mayImport()) {
      state.set(now.at(Step.WORKING));
      List<Path> files =
          now.logs().filter(log -> log.events() > 0).flatMap(log -> log.files().stream()).toList();
      threads.compute(() -> read(now, files), state::set);
    }
  }

  private State read(State now, List<Path> files) {
    long news = 0;
    for (Path file : files) {
      try {
        ImportedFile read = imports.read(file, _ -> {});
        news += read.facts();
      } catch (IOException e) {
        return failed(now, LogFailureText.reason(e, file.toString()));
      } catch (UsageLedgerException e) {
        return failed(now, String.valueOf(e.getMessage()));
      }
    }
    return new State(Step.IMPORTED, now.contents(), news, "");
  }

  private void fail(State now, String why) {
    state.set(failed(now, why));
  }

  private static State failed(State now, String why) {
    return new State(Step.FAILED, now.contents(), 0, why);
  }

  /** Looks no further. */
  void close() {
    goOn.set(false);
  }
}
