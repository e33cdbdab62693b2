package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the charts out of the window: as a table, as a picture, or to the clipboard. */
public final class UsageExport {
  private static final Logger LOG = LoggerFactory.getLogger(UsageExport.class);

  private final SaveDialog dialog;
  private final UiThreads threads;
  private final UiTexts texts;
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

  /** Asks that dialog where to. */
  public UsageExport(SaveDialog dialog, UiThreads threads, UiTexts texts) {
    this.dialog = dialog;
    this.threads = threads;
    this.texts = texts;
  }

  private interface Content {
    void writeTo(Path file) throws IOException;
  }

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
        item("usage.export.copy", () -> copy(part)));
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
                save(part, "usage.export.png", "png", file -> PictureFile.write(picture, file)));
  }

  private void copy(ChartPart part) {
    ClipboardContent content = new ClipboardContent();
    content.putString(part.csv().get());
    Clipboard.getSystemClipboard().setContent(content);
    outcome.set(texts.text("usage.export.copied"));
  }

  private void save(ChartPart part, String titleKey, String ending, Content content) {
    Optional<Path> file =
        dialog.ask(texts.text(titleKey), "sandbox-cache-" + part.name() + "." + ending);
    file.ifPresent(
        path ->
            threads
                .background()
                .execute(
                    () -> {
                      String said = write(path, content);
                      threads.ui().execute(() -> outcome.set(said));
                    }));
  }

  private String write(Path file, Content content) {
    try {
      content.writeTo(file);
      return texts.text("usage.export.saved", String.valueOf(file.getFileName()));
    } catch (IOException e) {
      LOG.warn("{} cannot be written", file, e);
      return texts.text("usage.export.failed", String.valueOf(file.getFileName()));
    }
  }
}
