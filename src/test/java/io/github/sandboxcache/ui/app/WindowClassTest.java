package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Guards that docks can tell which desktop entry a window belongs to, and so show its icon. */
class WindowClassTest {
  private static final Path ENTRIES = Path.of("packaging", "linux");

  @Test
  void theDesktopEntryNamesTheClassOfTheWindow() throws IOException {
    assertThat(Files.readAllLines(ENTRIES.resolve(MainStage.NAME + ".desktop")))
        .contains("StartupWMClass=" + MainStage.NAME);
  }

  @Test
  void theToolkitGivesWindowsThatClass() {
    Toolkit.run(MainStage::nameWindows);

    assertThat(Toolkit.call(() -> Application.GetApplication().getName()))
        .isEqualTo(MainStage.NAME);
  }
}
