package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.model.CacheModel;
import io.github.sandboxcache.ui.model.UiThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the charts out of the window: as a table, as a picture, or to the clipboard. */
public final class UsageExport {
  private static final Logger LOG = LoggerFactory.getLogger(UsageExport.class);
  private static final double PICTURE_SCALE = 2;

  private final CacheModel cache;
  private final SaveDialog dialog;
  private final UiThreads threads;
  private final UiTexts texts;
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

  /** Of what that cache shows. */
  public UsageExport(CacheModel cache, SaveDialog dialog, UiThreads threads, UiTexts texts) {
    this.cache = cache;
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

  /**
   * What a menu of the charts offers.
   *
   * @param charts what the picture shows; empty while it cannot be seen
   */
  List<MenuItem> items(Optional<Region> charts) {
    MenuItem picture = item("usage.export.png", () -> charts.ifPresent(this::savePicture));
    picture.setDisable(charts.isEmpty());
    return List.of(
        item("usage.export.csv", this::saveCsv), picture, item("usage.export.copy", this::copy));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.text(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  void saveCsv() {
    String csv = csv();
    save("usage.export.csv", "csv", file -> Files.writeString(file, csv, StandardCharsets.UTF_8));
  }

  void savePicture(Region charts) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
    WritableImage picture = charts.snapshot(parameters, null);
    save("usage.export.png", "png", file -> PictureFile.write(picture, file));
  }

  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(csv());
    Clipboard.getSystemClipboard().setContent(content);
    outcome.set(texts.text("usage.export.copied"));
  }

  String csv() {
    return UsageTable.csv(cache.view().usage().timeline());
  }

  private void save(String titleKey, String ending, Content content) {
    String range = RangeWords.key(cache.view().usage().range());
    Optional<Path> file =
        dialog.ask(texts.text(titleKey), "sandbox-cache-usage-" + range + "." + ending);
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
