package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards what is said and asked of files that were dropped, and that the keyboard can answer. */
class LogOfferScreensTest {
  private static final String EVENT =
      """
      {"time":1772352000000,"pid":1,"hostname":"h","component":"PackageCache","language":"go",\
      "packages":["x"],"msg":"Package cache miss - installing packages"}
      """;

  @TempDir private Path directory;

  private Path log() throws IOException {
    return Files.writeString(directory.resolve("server.log"), EVENT);
  }

  private static void drop(CommandWindow window, Path... files) {
    Toolkit.run(
        () ->
            window
                .find(".tree-table-view")
                .fireEvent(
                    DroppedFiles.event(
                        DragEvent.DRAG_DROPPED,
                        List.of(files).stream().map(Path::toFile).toList())));
    window.awaitWords(".logs-dialog", "Import once");
  }

  @Test
  void aDroppedLogIsFollowedByKeyboard() throws IOException {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      drop(window, log());
      window.awaitWords(".logs-dialog", "1 event found");
      window.photograph("logs-offer");
      assertThat(window.words(".logs-dialog")).contains("Add server.log", "Follow");
      Toolkit.until(() -> window.find("#follow").isFocused());
      window.press(KeyCode.SPACE);
      window.awaitWords(
          ".logs-dialog", "It is followed from now on; its event appears in a moment.");
      window.photograph("logs-followed");
      assertThat(window.words(".logs-dialog")).contains("Close").doesNotContain("Follow");
    }
  }

  @Test
  void aDroppedLogIsReadOnce() throws IOException {
    Settings dark = Settings.DEFAULT.withTheme(Theme.DARK);
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.withSettings(dark))) {
      drop(window, log());
      window.awaitWords(".logs-dialog", "1 event found");
      window.photograph("logs-offer-dark");
      window.tabTo("#once");
      window.press(KeyCode.SPACE);
      window.awaitWords(".logs-dialog", "1 event is new.");
    }
  }

  @Test
  void aPackedLogIsOnlyReadOnceAndItIsSaidWhy() throws IOException {
    Path packed = directory.resolve("server.log.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(EVENT.getBytes(StandardCharsets.UTF_8));
    }
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      drop(window, packed);
      window.awaitWords(".logs-dialog", "1 event found");
      window.photograph("logs-packed");
      assertThat(window.words(".logs-dialog"))
          .anyMatch(words -> words.startsWith("Nothing more is written to a packed log"))
          .doesNotContain("Follow");
      Toolkit.until(() -> window.find("#once").isFocused());
      window.press(KeyCode.SPACE);
      window.awaitWords(".logs-dialog", "1 event is new.");
    }
  }

  @Test
  void whatHasNothingInItIsSaid() throws IOException {
    Path empty = Files.writeString(directory.resolve("notes.txt"), "nothing of ours\n");
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(() -> window.commands().addLogs(List.of(empty, directory, log(directory))));
      window.awaitWords(".logs-dialog", "Keine Ereignisse gefunden");
      window.photograph("german-logs-offer");
      assertThat(window.words(".logs-dialog"))
          .contains("Nicht lesbar: es ist ein Verzeichnis", "Verfolgen", "Einmal lesen");
    }
  }

  private static Path log(Path folder) {
    return folder.resolve("gone.log");
  }

  /** Where charts are shown there is no other place for it. */
  @Test
  void whereLookupsAreKnownItIsADialog() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(window.commands()::connectSandbox);
      window.awaitWords(".connect-dialog", "Look for log files");
      window.photograph("connect-dialog");
      Toolkit.run(() -> window.find(".connect-dialog #look").requestFocus());
      window.press(KeyCode.SPACE);
      window.awaitWords(".connect-dialog", "Look again");
      window.press(KeyCode.ESCAPE);
      Toolkit.until(() -> !window.has(".connect-dialog"));
    }
  }
}
