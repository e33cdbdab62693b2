package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.FileExport;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/** Takes the charts out of the window: as a table, as a picture, or to the clipboard. */
public final class UsageExport {
  private final FileExport files;
  private final Consumer<String> copy;
  private final UiTexts texts;
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

  /**
   * Export to files.
   *
   * @param dialog asks where a file shall go: what is being saved, and a name for a start, its
   *     ending included; empty when the user thinks better of it
   * @param copy puts a text on the clipboard and says so
   */
  public UsageExport(
      BiFunction<String, String, Optional<Path>> dialog,
      Consumer<String> copy,
      UiThreads threads,
      UiTexts texts) {
    this.files = new FileExport(dialog, threads);
    this.copy = copy;
    this.texts = texts;
  }

  /**
   * A chart, or several, as it can leave the window.
   *
   * @param name the beginning of a file's name, without the app and without an ending
   * @param csv its numbers as a table, as they are when it is asked
   * @param picture what a picture shows; empty while it cannot be seen
   */
  public record ChartPart(String name, Supplier<String> csv, Optional<Region> picture) {}

  /** What came of the last time, in words; empty before. */
  ReadOnlyStringProperty outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** What the menu of a chart offers. */
  List<MenuItem> items(ChartPart part) {
    MenuItem picture = item("usage.export.png", () -> savePicture(part));
    picture.setDisable(part.picture().isEmpty());
    return List.of(
        item("usage.export.csv", () -> saveCsv(part)),
        picture,
        item("usage.export.copy", () -> copy.accept(part.csv().get())));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.text(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  void saveCsv(ChartPart part) {
    String csv = part.csv().get();
    save(
        part,
        "usage.export.csv",
        "csv",
        file -> Files.writeString(file, csv, StandardCharsets.UTF_8));
  }

  void savePicture(ChartPart part) {
    part.picture()
        .map(ChartPicture::of)
        .ifPresent(
            picture ->
                save(part, "usage.export.png", "png", file -> ChartPicture.write(picture, file)));
  }

  private void save(ChartPart part, String titleKey, String ending, FileExport.Content content) {
    files.save(
        texts.text(titleKey),
        "sandbox-cache-" + part.name() + "." + ending,
        content,
        file -> outcome.set(texts.text("usage.export.saved", file)),
        file -> outcome.set(texts.text("usage.export.failed", file)));
  }
}
