package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.text.HistoryCsv;
import io.github.sandboxcache.ui.base.FileExport;
import io.github.sandboxcache.ui.base.UiTexts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Takes the whole history out of the window, also what is not shown yet. FX thread only. */
public final class HistoryExport {
  private static final String FILE_NAME = "sandbox-cache-history.csv";

  private final HistoryModel history;
  private final FileExport files;
  private final UiTexts texts;
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome("", false));

  /** The export of that history. */
  public HistoryExport(HistoryModel history, FileExport files, UiTexts texts) {
    this.history = history;
    this.files = files;
    this.texts = texts;
  }

  /**
   * What came of the last time.
   *
   * @param said in words; empty before
   * @param failed whether nothing was written
   */
  record Outcome(String said, boolean failed) {}

  ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Asks for a file and writes all of it there. */
  void save() {
    history.readAll(
        all ->
            all.ifPresentOrElse(
                this::save,
                () -> outcome.set(new Outcome(texts.text("history.export.unreadable"), true))));
  }

  private void save(List<Operation> all) {
    files.save(
        texts.text("history.export.title"),
        FILE_NAME,
        file -> Files.writeString(file, HistoryCsv.of(all), StandardCharsets.UTF_8),
        file ->
            outcome.set(new Outcome(texts.text("history.export.saved", all.size(), file), false)),
        file -> outcome.set(new Outcome(texts.text("history.export.failed", file), true)));
  }
}
