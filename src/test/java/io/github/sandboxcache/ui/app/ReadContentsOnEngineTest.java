package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of the button "Read contents" on a real engine: a window on it shows what is inside
 * an image that the sandbox saved without a word, and the next window knows it at once.
 */
@EngineTest
class ReadContentsOnEngineTest {
  private static final String PYTHON = "usr/local/lib/python3.11/site-packages/";

  /** Of no other image, so that the key is nobody else's; short enough for its column. */
  private final String name = "q" + UUID.randomUUID().toString().substring(0, 7);

  private final List<String> asked = List.of(name + "==1.4.2", "six");
  private final CacheReference reference =
      CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, asked));

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void saveAsTheSandboxDoes(ContainerEngine engine, TestImages images) throws IOException {
    String base = "team/" + images.language() + ":base";
    images.loadAs(new ImageArchive().file("bin/none", new byte[3000]), base);
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(files, name, "1.4.2", 60_000, true, "Requires-Dist: idna\n");
    put(files, "six", "1.16.0", 11_000, true, "");
    put(files, "idna", "3.7", 25_000, false, "");
    files.put("root/.cache/pip/http-v2/0/body", new byte[40_000]);
    files.put("workspace/report.csv", new byte[9_000]);
    images.saveSession(base, files, reference);
    assertThat(engine.image(reference.toString())).isPresent();
  }

  /** What pip writes. */
  private static void put(
      Map<String, byte[]> files,
      String name,
      String version,
      int bytes,
      boolean requested,
      String needs) {
    String module = name.replace('-', '_');
    String info = module + "-" + version + ".dist-info/";
    files.put(PYTHON + module + "/__init__.py", new byte[bytes]);
    files.put(
        PYTHON + info + "METADATA",
        text("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n" + needs));
    files.put(PYTHON + info + "RECORD", text(module + "/__init__.py,sha256=x," + bytes + "\n"));
    if (requested) {
      files.put(PYTHON + info + "REQUESTED", new byte[0]);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theButtonReadsTheImageToItsEndAndWhatItFoundIsKept(ContainerEngine engine) {
    try (EngineWindow window = EngineWindow.open(engine, directory)) {
      choose(window);
      assertThat(window.words(".details")).contains("Read contents");
      assertThat(window.words(".contents")).doesNotContain(name);
      window.press("Read contents");

      window.awaitWords(".contents", name);
      assertThat(window.words(".contents"))
          .contains("1.4.2", "60 kB", "six", "1.16.0", "11 kB", "idna", "3.7", "25 kB")
          .contains("read from the image", "proven by key")
          .contains("It also holds files of a session", "1 file, 9.0 kB", "/workspace/report.csv")
          .contains("96 kB packages + 40 kB caches + 9.3 kB other files")
          .doesNotContain("Read contents");
      assertThat(Toolkit.call(() -> window.find(ListView.class, "#largest").getItems().toString()))
          .contains("/root/.cache/pip/http-v2/0", "/" + PYTHON + name);
      assertThat(window.words(".treemap")).contains(name.replace('-', '_'));
      window.screenshot("contents-on-engine");
    }
    String id = engine.image(reference.toString()).orElseThrow().id();
    KnownContents kept =
        Optional.ofNullable(EngineWindow.kept(engine, directory).get(id)).orElseThrow();
    assertThat(kept.asked(reference)).contains(new AskedPackages(asked, PackagesFrom.KEY));
    assertThat(kept.packages())
        .extracting(InstalledPackage::name)
        .containsExactlyInAnyOrder(name, "six", "idna");

    try (EngineWindow next = EngineWindow.open(engine, directory)) {
      choose(next);
      next.awaitWords(".contents", "60 kB");
      assertThat(next.words(".contents")).contains("proven by key", "Read files");
    }
  }

  private void choose(EngineWindow window) {
    Toolkit.until(
        () -> window.window().cache().view().state().catalog().find(reference).isPresent());
    Toolkit.run(
        () -> {
          window.window().layout().usageFoldedProperty().set(true);
          window.window().layout().detailsWideProperty().set(true);
          window.window().images().reveal(reference);
        });
    Toolkit.until(() -> selected(window).equals(Optional.of(reference)));
    Toolkit.run(
        () -> window.find(TabPane.class, ".details .tab-pane").getSelectionModel().select(0));
    Toolkit.frames(4);
  }

  private static Optional<CacheReference> selected(EngineWindow window) {
    return window.window().images().selectedProperty().get().stream()
        .filter(ImageRow.class::isInstance)
        .map(row -> ((ImageRow) row).image().reference())
        .findFirst();
  }
}
