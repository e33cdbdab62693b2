package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.cache.TableRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An install is seen in the list also when its dialog is closed, and its task is an Enter away. */
class InstallingRowsScreensTest {
  private final CountDownLatch end = new CountDownLatch(1);

  private final Installer slow =
      (request, listener, cancellation) -> {
        if (request.packages().contains("pandas")) {
          listener.onProgress(Progress.of("install", "", 0.42));
        }
        try (var _ = cancellation.onCancel(end::countDown)) {
          end.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return InstallResult.failed(Duration.ofSeconds(6), List.of());
      };

  @AfterEach
  void endInstalls() {
    end.countDown();
  }

  @Test
  void runningInstallsStandInTheListAndEnterShowsTheirTask() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(slow))) {
      install(window, "polars", 1);
      install(window, "pandas", 2);
      Toolkit.run(() -> select(window));
      window.photograph("installing-rows");
      assertThat(window.words(".images")).contains("42\u00a0%", "\u2026", "installing", "now");
      assertThat(spoken(window)).endsWith("pandas, Installing 42\u00a0%");

      Toolkit.run(() -> table(window).requestFocus());
      window.press(KeyCode.DELETE);
      assertThat(window.window().tasks().removing()).isEmpty();
      window.press(KeyCode.ENTER);

      window.await(".activity .task-card");
      window.photograph("installing-rows-activity");
    }
  }

  @Test
  void theFirstInstallIntoAnEmptyCacheTakesItsPageAway() {
    SampleCache empty = new SampleCache(List.of(), List.of());
    try (CommandWindow window = CommandWindow.open(empty, Setup.USUAL.with(slow))) {
      window.await(".empty-page");

      install(window, "pandas", 1);

      Toolkit.until(() -> !window.has(".empty-page"));
      window.photograph("installing-rows-empty");
      assertThat(window.words(".images")).contains("Python", "pandas", "42\u00a0%");
      end.countDown();
      window.await(".empty-page");
    }
  }

  @Test
  void germansReadItToo() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(Setup.USUAL.with(slow))) {
      install(window, "pandas", 1);
      Toolkit.run(() -> select(window));
      window.photograph("german-installing-rows");
      assertThat(spoken(window)).endsWith("pandas, Wird installiert: 42\u00a0%");
    }
  }

  private static void install(CommandWindow window, String name, int rows) {
    window.shortcut(KeyCode.N);
    window.type(name + " ");
    window.tabTo("#primary");
    window.press(KeyCode.ENTER);
    window.press(KeyCode.ESCAPE);
    Toolkit.until(() -> installing(window) == rows);
    Toolkit.frames(4);
  }

  private static long installing(CommandWindow window) {
    return table(window).getRoot().getChildren().stream()
        .flatMap(group -> group.getChildren().stream())
        .map(TreeItem::getValue)
        .filter(InstallingRow.class::isInstance)
        .count();
  }

  /** The newest is the first row beneath the first group. */
  private static void select(CommandWindow window) {
    table(window).getSelectionModel().clearAndSelect(1);
  }

  private static String spoken(CommandWindow window) {
    return Toolkit.call(
        () ->
            table(window).lookupAll(".tree-table-row-cell").stream()
                .filter(row -> ((TreeTableRow<?>) row).getItem() instanceof InstallingRow)
                .map(row -> row.getAccessibleText())
                .filter(words -> words.contains("pandas"))
                .findFirst()
                .orElseThrow());
  }

  @SuppressWarnings("unchecked")
  private static TreeTableView<TableRow> table(CommandWindow window) {
    return (TreeTableView<TableRow>) window.find(".tree-table-view");
  }
}
