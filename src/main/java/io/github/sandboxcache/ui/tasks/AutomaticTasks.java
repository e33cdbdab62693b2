package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.settings.AutomaticDecision;
import io.github.sandboxcache.domain.settings.AutomaticDecision.Trigger;
import io.github.sandboxcache.domain.task.DesktopNotices;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.RuleText;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.TaskCard.Mark;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;

/**
 * Prunes when it is time to without being asked, and says what was removed, or once what stands in
 * the way. FX thread only.
 */
public final class AutomaticTasks {
  private final CacheModel cache;
  private final Function<RemovalPlan, Optional<TaskItem>> prune;
  private final Overlays overlays;
  private final DesktopNotices notices;
  private final InstantSource clock;
  private final UiTexts texts;
  private final TaskCardText words;
  private final Runnable showRemoved;
  private final Consumer<TaskItem> restore;
  private final Set<TaskItem> mine = new HashSet<>();
  private final Set<String> told = new HashSet<>();

  /**
   * Follows those tasks at once, and does nothing by itself.
   *
   * @param prune starts a prune without a countdown; empty where it cannot
   * @param showRemoved shows what was removed
   * @param restore makes again what a task removed
   */
  public AutomaticTasks(
      CacheModel cache,
      TasksModel tasks,
      Function<RemovalPlan, Optional<TaskItem>> prune,
      Overlays overlays,
      DesktopNotices notices,
      InstantSource clock,
      UiTexts texts,
      Runnable showRemoved,
      Consumer<TaskItem> restore) {
    this.cache = cache;
    this.prune = prune;
    this.overlays = overlays;
    this.notices = notices;
    this.clock = clock;
    this.texts = texts;
    this.words = new TaskCardText(texts);
    this.showRemoved = showRemoved;
    this.restore = restore;
    tasks
        .running()
        .addListener(
            (ListChangeListener<TaskItem>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().stream().filter(mine::remove).forEach(this::ended);
                  }
                });
  }

  /** Does what was decided, or says once why it was decided against. */
  public void decided(AutomaticDecision decision) {
    switch (decision) {
      case AutomaticDecision.Run(RemovalPolicy.Rule rule, var _) -> run(rule);
      case AutomaticDecision.NotApproved() ->
          tellOnce(texts.text("automatic.not-approved", rule(cache.view())));
      case AutomaticDecision.NotYet(Set<Trigger> unknown) ->
          unknown.forEach(trigger -> tellOnce(texts.text("automatic.unknown." + trigger.name())));
      case AutomaticDecision.Off() -> {}
    }
  }

  private static String rule(CacheView view) {
    return RuleText.brief(view.prune().policy());
  }

  /** Only what is known to be removable by just that rule; and what is removed must be recorded. */
  private void run(RemovalPolicy.Rule rule) {
    CacheView view = cache.view();
    if (!view.prune().policy().equals(rule) || view.isUnknown()) {
      return;
    }
    if (!view.usageReadable() || view.notRecorded().isPresent()) {
      tellOnce(texts.text("automatic.not-recorded"));
      return;
    }
    if (!view.doubts().isEmpty()) {
      tellOnce(texts.text("automatic.doubts", view.doubts().why()));
      return;
    }
    if (!view.prune().removals().isEmpty()) {
      prune.apply(view.prune()).ifPresent(mine::add);
    }
  }

  private void ended(TaskItem task) {
    TaskCard card = words.card(task, clock.instant());
    boolean done = task.state() instanceof TaskState.Succeeded;
    String title = texts.text(done ? "automatic.done" : "automatic.failed");
    ToastController toast = ToastController.create(texts, overlays, () -> {});
    if (done) {
      toast.say(new Mark("prune", "text"), title + " " + card.title(), card.detail());
    } else {
      toast.say(card.mark(), title + " " + card.title(), "");
    }
    if (!task.removed().isEmpty()) {
      toast.offerAlso(texts.text("activity.restore"), () -> restore.accept(task));
    }
    toast.offer(texts.text("automatic.show"), showRemoved);
    toast.show();
    if (!overlays.isWindowInFront()) {
      notices.show(title, card.title());
    }
  }

  private void tellOnce(String what) {
    if (told.add(what)) {
      ToastController.showUntilClosed(overlays, "alert", what, texts);
    }
  }
}
