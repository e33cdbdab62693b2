package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.AutomaticDecision;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Trigger;
import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.AutomaticTasks;
import io.github.sandboxcache.ui.tasks.CacheTasks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/** What was decided is done by the shown rule alone, and what stands in the way is told once. */
class AutomaticTasksTest {
  private final List<RemovalPlan> started = new ArrayList<>();

  @Test
  void onlyThePlanOfJustThatRuleIsStarted() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      AutomaticTasks automatic = automatic(window);

      Toolkit.run(
          () -> automatic.decided(new AutomaticDecision.Run(new KeepNewest(2), Trigger.DAILY)));
      assertThat(started).isEmpty();

      Toolkit.run(
          () -> automatic.decided(new AutomaticDecision.Run(new KeepNewest(3), Trigger.DAILY)));
      assertThat(started).hasSize(1);
      assertThat(started.getFirst().removals()).hasSize(21);
    }
  }

  @Test
  void whatStandsInTheWayIsToldOnce() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      AutomaticTasks automatic = automatic(window);
      AutomaticDecision unknown = new AutomaticDecision.NotYet(Set.of(Trigger.LOW_DISK));

      Toolkit.run(() -> automatic.decided(unknown));
      window.await(".toast");
      assertThat(window.words(".toast")).anyMatch(words -> words.contains("is not known here"));
      Toolkit.run(() -> automatic.decided(new AutomaticDecision.NotApproved()));
      assertThat(window.words(".toast")).anyMatch(words -> words.contains("not seen"));
      window.photograph("automatic-not-approved");
      Toolkit.run(() -> automatic.decided(unknown));
      assertThat(window.words(".toast")).noneMatch(words -> words.contains("is not known here"));
      assertThat(started).isEmpty();
    }
  }

  private AutomaticTasks automatic(CommandWindow window) {
    return Toolkit.call(
        () ->
            new AutomaticTasks(
                window.window().cache(),
                window.window().tasks(),
                plan -> {
                  started.add(plan);
                  return Optional.empty();
                },
                window.window().overlays(),
                DesktopNotices.NONE,
                Clock.systemUTC(),
                UiTexts.load("dialogs"),
                () -> {},
                _ -> {}));
  }

  @Test
  void whatWasRemovedIsToldAndCanBeRestored() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      CacheTasks tasks =
          Toolkit.call(
              () ->
                  new CacheTasks(
                      new TaskRunner(Clock.systemUTC(), InstallText::of),
                      window.window().tasks(),
                      window.window().engine(),
                      window.window().cache(),
                      () -> Duration.ofMinutes(1)));
      List<String> done = new ArrayList<>();
      AutomaticTasks automatic =
          Toolkit.call(
              () ->
                  new AutomaticTasks(
                      window.window().cache(),
                      window.window().tasks(),
                      tasks::pruneByItself,
                      window.window().overlays(),
                      (title, text) -> done.add(title),
                      Clock.systemUTC(),
                      UiTexts.load("dialogs"),
                      () -> done.add("shown"),
                      _ -> done.add("restored")));

      Toolkit.run(
          () -> automatic.decided(new AutomaticDecision.Run(new KeepNewest(3), Trigger.DAILY)));

      window.await(".toast");
      window.awaitWords(".toast", "What was removed");
      window.photograph("automatic-done");
      assertThat(window.words(".toast"))
          .contains("Restore")
          .anyMatch(words -> words.startsWith("By itself: Pruned 21 images"));
      assertThat(window.cachedImages()).isEqualTo(21);
      Toolkit.run(() -> ((Button) window.find("#other")).fire());
      Toolkit.run(() -> ((Button) window.find("#action")).fire());
      assertThat(done).endsWith("restored", "shown");
    }
  }
}
