package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Guards that a window is not closed over a running install, whose container would be left behind:
 * its user is asked, and the window closes when the install has cleared up.
 */
class CloseScreensTest {
  private static final TaskDescription INSTALL =
      new TaskDescription(Kind.INSTALL, List.of("requests"), "python", 0);

  private final CountDownLatch finish = new CountDownLatch(1);
  private final CountDownLatch clearUp = new CountDownLatch(1);

  @AfterEach
  void letAllEnd() {
    finish.countDown();
    clearUp.countDown();
  }

  @Test
  void withoutTasksItClosesAtOnce() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.requestClose();

      assertThat(window.isOpen()).isFalse();
    }
  }

  @Test
  void aRunningInstallIsAskedAboutAndEnterKeepsTheWindowOpen() {
    try (CommandWindow window = installing()) {
      window.requestClose();

      window.await(".closing-dialog");
      window.photograph("closing");
      assertThat(window.words(".closing-dialog")).contains("Install requests");
      window.press(KeyCode.ENTER);
      assertThat(window.has(".closing-dialog")).isFalse();
      assertThat(window.isOpen()).isTrue();
      assertThat(finish.getCount()).isOne();
    }
  }

  @Test
  void aSecondRequestAsksOnlyOnce() {
    try (CommandWindow window = installing()) {
      window.requestClose();
      window.requestClose();

      window.await(".closing-dialog");
      window.press(KeyCode.ESCAPE);
      assertThat(window.has(".closing-dialog")).isFalse();
    }
  }

  @Test
  void cancelledTasksAreAwaitedBeforeItCloses() {
    try (CommandWindow window = installing()) {
      window.requestClose();
      window.await(".closing-dialog");

      window.tabTo("#confirm");
      window.press(KeyCode.SPACE);

      assertThat(window.isOpen()).as("while the container is removed").isTrue();
      assertThat(Toolkit.call(() -> ((Button) window.find("#confirm")).getText()))
          .isEqualTo("Close anyway");
      window.photograph("closing-stopping");
      clearUp.countDown();
      Toolkit.until(() -> !window.window().scene().getWindow().isShowing());
    }
  }

  @Test
  void whatNeverEndsDoesNotKeepItOpenForever() {
    try (CommandWindow window = installing()) {
      window.requestClose();
      window.await(".closing-dialog");
      window.tabTo("#confirm");

      window.press(KeyCode.SPACE);
      window.press(KeyCode.SPACE);

      assertThat(window.isOpen()).isFalse();
    }
  }

  @Test
  void itClosesByItselfWhenTheInstallIsDoneMeanwhile() {
    try (CommandWindow window = installing()) {
      window.requestClose();
      window.await(".closing-dialog");

      finish.countDown();

      Toolkit.until(() -> !window.window().scene().getWindow().isShowing());
    }
  }

  @Test
  void aRemovalThatCountsDownIsAskedAbout() {
    Setup setup = Setup.USUAL.countingDown(Duration.ofMinutes(10));
    try (CommandWindow window = CommandWindow.open(setup)) {
      Toolkit.run(() -> window.commands().prune());

      window.requestClose();

      window.await(".closing-dialog");
      assertThat(window.isOpen()).isTrue();
    }
  }

  private CommandWindow installing() {
    CommandWindow window = CommandWindow.open(Setup.USUAL);
    TaskRunner runner = new TaskRunner(Clock.systemUTC(), InstallText::of);
    Toolkit.run(
        () ->
            window
                .window()
                .tasks()
                .add(runner.start(INSTALL, this::install), Optional.empty(), Set.of()));
    return window;
  }

  private InstallResult install(ProgressListener listener, Cancellation cancellation)
      throws InterruptedException {
    try (var _ = cancellation.onCancel(finish::countDown)) {
      finish.await();
    }
    if (cancellation.isCancelled()) {
      clearUp.await();
    }
    cancellation.throwIfCancelled();
    return InstallResult.failed(Duration.ZERO, List.of());
  }
}
