package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is asked before images are removed. Plans are worked out in the background. FX thread only.
 */
public final class RemovalDialogs {
  private static final Logger LOG = LoggerFactory.getLogger(RemovalDialogs.class);
  private final EngineModel engine;
  private final CacheModel cache;
  private final SettingsModel settings;
  private final Overlays overlays;
  private final UiThreads threads;
  private final UiTexts texts;
  private final Consumer<RemovalPlan> start;
  private final Consumer<List<CacheReference>> pin;

  /**
   * Dialogs of that window.
   *
   * @param start starts a removal that was agreed to
   * @param pin pins images
   */
  public RemovalDialogs(
      EngineModel engine,
      CacheModel cache,
      SettingsModel settings,
      Overlays overlays,
      UiThreads threads,
      UiTexts texts,
      Consumer<RemovalPlan> start,
      Consumer<List<CacheReference>> pin) {
    this.engine = engine;
    this.cache = cache;
    this.settings = settings;
    this.overlays = overlays;
    this.threads = threads;
    this.texts = texts;
    this.start = start;
    this.pin = pin;
  }

  /** Asks whether to clear; without anything to remove there is nothing to ask. */
  public void clear() {
    CacheView shown = cache.view();
    threads.compute(
        () -> ClearQuestion.of(shown.state().catalog(), shown.pins()),
        question -> {
          if (!question.plan().removals().isEmpty()) {
            ask(question);
          }
        });
  }

  /** A second click while the plan is made asks no second time. */
  private void ask(ClearQuestion question) {
    if (engine.ready().isPresent() && !overlays.isDialogOpen()) {
      Duration countdown = settings.now().undoCountdown();
      overlays.showDialog(
          FxmlViews.view(
              new ClearQuestionController(question, countdown, this::agreed, texts), texts));
    }
  }

  private void agreed(RemovalPlan plan) {
    overlays.closeDialog();
    start.accept(plan);
  }

  /**
   * Shows what a prune would do by each rule, and why, for each image. The rule is remembered where
   * that is asked for.
   *
   * @param anchor the control beneath which it opens
   */
  public void previewPrune(Node anchor, Clock clock) {
    if (engine.ready().isEmpty()) {
      return;
    }
    PruneModel model =
        new PruneModel(
            known(cache.view()),
            cache.view().prune(),
            settings.now().keepNewest(),
            settings.now().pruneBy(cache.view().usage().recent()),
            threads);
    Subscription following = cache.viewProperty().subscribe(view -> model.follow(known(view)));
    PruneController preview =
        new PruneController(
            model,
            new PruneController.Actions(
                this::agreed, this::remember, pin, this::letRun, this::letRest),
            settings.settingsProperty().map(Settings::automatic),
            texts,
            clock);
    overlays.showPopover(
        anchor,
        FxmlViews.view(preview, texts),
        () -> {
          following.unsubscribe();
          preview.closed();
        });
  }

  private static PruneModel.Known known(CacheView view) {
    return new PruneModel.Known(view.state().catalog(), view.pins(), view.usage().recent());
  }

  private void remember(PruneRule rule) {
    change(now -> remembered(now, rule));
  }

  private static Settings remembered(Settings now, PruneRule rule) {
    Settings chosen = now.withPrune(Optional.of(rule.setting()));
    return rule.kind() == PruneSetting.Kind.NEWEST
        ? chosen.withKeepNewest(rule.numberProperty().get())
        : chosen;
  }

  private void letRun(PruneRule rule) {
    change(now -> remembered(now, rule).withAutomatic(now.automatic().approve(rule.rule())));
  }

  private void letRest() {
    change(now -> now.withAutomatic(AutomaticSetting.OFF));
  }

  /** What is tried on made-up data is not kept. */
  private void change(UnaryOperator<Settings> change) {
    if (engine.ready().filter(session -> session.service().engine().sample()).isPresent()) {
      return;
    }
    settings.change(
        change, () -> {}, e -> LOG.warn("What was chosen of prune could not be kept", e));
  }
}
