package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.files.JsonFile;
import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Frame.Place;
import io.github.sandboxcache.ui.app.WindowState.Splits;
import io.github.sandboxcache.ui.cache.Columns.TableLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards that the window opens as it was left, and opens at all. */
class WindowStateFileTest {
  @TempDir Path directory;

  @Test
  void theStateComesBack() {
    WindowStateFile file =
        new WindowStateFile(
            JsonFile.of(directory.resolve("new/window.json"), WindowStateContent.class));
    WindowState left =
        new WindowState(
            new Frame(1400, 900, true, Optional.of(new Place(-300, 40))),
            false,
            true,
            new Splits(400, 300),
            List.of("go"),
            new TableLayout(
                Map.of("own", 140.0),
                List.of("image", "own"),
                Optional.of(new TableLayout.Sort("own", true))));

    file.save(left);

    assertThat(file.load()).isEqualTo(left);
  }

  @Test
  void whatAnOlderVersionKeptIsRead() throws IOException {
    Path file = directory.resolve("window.json");
    Files.writeString(
        file,
        """
        {"width": 1400.0, "height": 900.0, "maximized": true, "detailsOpen": false,
         "usageFolded": true, "unfoldedGroups": ["go"], "columns": {"own": 140.0}}
        """);

    assertThat(new WindowStateFile(JsonFile.of(file, WindowStateContent.class)).load())
        .isEqualTo(
            new WindowState(
                new Frame(1400, 900, true, Optional.empty()),
                false,
                true,
                Splits.DEFAULT,
                List.of("go"),
                new TableLayout(Map.of("own", 140.0), List.of(), Optional.empty())));
  }

  @Test
  void aSpoiltFileOpensTheWindowAsAtFirst() throws IOException {
    Path file = directory.resolve("window.json");
    for (String spoilt : List.of("", "{", "[]", "{\"width\":\"wide\"}", "{\"unknown\":1}")) {
      Files.writeString(file, spoilt);
      assertThat(new WindowStateFile(JsonFile.of(file, WindowStateContent.class)).load())
          .isEqualTo(WindowState.DEFAULT);
    }
  }

  @Test
  void noWindowIsSmallerThanWhatFits() {
    Frame tiny = Frame.ofSize(1, 1);

    assertThat(tiny.width()).isEqualTo(960);
    assertThat(tiny.height()).isEqualTo(620);
  }
}
