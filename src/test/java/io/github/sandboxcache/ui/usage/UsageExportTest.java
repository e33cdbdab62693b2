package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.app.TestWindow;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.app.Toolkit;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.UsageExport.ChartPart;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the window is what it shows. */
class UsageExportTest {
  private static final int DARK_SURFACE = 0xFF1B1E22;

  private final TestWindow window = TestWindow.open(Setup.light(1280, 820));

  @TempDir private Path folder;
  private final List<String> copied = new ArrayList<>();
  private String proposed = "";

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theTableHoldsTheNumbersThatAreShown() throws IOException {
    Path file = folder.resolve("usage.csv");
    UsageExport export = export(Optional.of(file));
    Toolkit.run(() -> cache().rangeProperty().set(UsageRange.MONTH));

    Toolkit.run(() -> export.saveCsv(usage()));

    String csv = Files.readString(file);
    assertThat(proposed).isEqualTo("sandbox-cache-usage-month.csv");
    assertThat(csv).startsWith("from,to,language,hits,misses,hitRatePercent\r\n2026-0");
    assertThat(Toolkit.call(() -> window.find(Label.class, "#summary").getText()))
        .isEqualTo("%,d hits · %,d misses".formatted(sum(csv).hits(), sum(csv).misses()));
    assertThat(outcome(export)).isEqualTo("Saved usage.csv");
  }

  @Test
  void thePictureIsOfTheChartsAtTwiceTheirSize() throws IOException {
    Path file = folder.resolve("usage.png");
    UsageExport export = export(Optional.of(file));
    Region panels = window.find(Region.class, ".usage-panels");
    Toolkit.frames(3);

    Toolkit.run(() -> export.savePicture(new ChartPart("usage", () -> "", Optional.of(panels))));

    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isCloseTo((int) (2 * panels.getWidth()), within(2));
    int room = 3;
    assertThat(picture.getHeight())
        .isCloseTo((int) (2 * (panels.getHeight() + 2 * room)), within(2));
    assertThat(colours(picture)).isGreaterThan(20);
  }

  @Test
  void whoThinksBetterOfItSavesNothing() throws IOException {
    UsageExport export = export(Optional.empty());

    Toolkit.run(() -> export.saveCsv(usage()));

    assertThat(outcome(export)).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaidInPlainWords() {
    UsageExport export = export(Optional.of(folder.resolve("missing").resolve("usage.csv")));

    Toolkit.run(() -> export.saveCsv(usage()));

    assertThat(outcome(export)).isEqualTo("Cannot write usage.csv");
  }

  @Test
  void theNumbersAreCopied() {
    Toolkit.run(() -> export(Optional.empty()).items(usage()).getLast().fire());

    assertThat(copied).singleElement().asString().startsWith("from,to,language,hits,misses");
  }

  @Test
  void aPanelsPictureIsOfThatPanelOnItsOwnGround() throws IOException {
    Path file = folder.resolve("size.png");
    UsageExport export = export(Optional.of(file));
    Toolkit.run(() -> window.window().scene().getRoot().getStyleClass().add("dark"));
    Toolkit.frames(3);
    Region panel = (Region) window.find(Node.class, "#sizes");

    Toolkit.run(() -> export.savePicture(new ChartPart("size", () -> "", Optional.of(panel))));

    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isLessThan(2 * 400);
    assertThat(picture.getRGB(picture.getWidth() - 1, 0)).isEqualTo(DARK_SURFACE);
    assertThat(picture.getRGB(0, picture.getHeight() / 2)).isEqualTo(DARK_SURFACE);
    assertThat(colours(picture)).isGreaterThan(20);
  }

  @Test
  void whileTheChartsAreFoldedNoPictureIsOffered() {
    ChartPart folded = new ChartPart("usage", () -> "", Optional.empty());
    List<MenuItem> items = Toolkit.call(() -> export(Optional.empty()).items(folded));

    assertThat(items).hasSize(3);
    assertThat(items.get(0).isDisable()).isFalse();
    assertThat(items.get(1).isDisable()).isTrue();
  }

  private ChartPart usage() {
    return new ChartPart(
        "usage-month", () -> UsageTable.csv(cache().view().usage().timeline()), Optional.empty());
  }

  private UsageExport export(Optional<Path> answer) {
    BiFunction<String, String, Optional<Path>> dialog =
        (_, name) -> {
          proposed = name;
          return answer;
        };
    return new UsageExport(dialog, copied::add, TestThreads.direct(), UiTexts.load("ui"));
  }

  private CacheModel cache() {
    return window.window().cache();
  }

  private static String outcome(UsageExport export) {
    return Toolkit.call(() -> export.outcomeProperty().get());
  }

  private static HitCount sum(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> new HitCount(Long.parseLong(cells[3]), Long.parseLong(cells[4])))
        .reduce(HitCount.NONE, HitCount::plus);
  }

  private static long colours(BufferedImage picture) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return java.util.Arrays.stream(pixels).distinct().count();
  }
}
