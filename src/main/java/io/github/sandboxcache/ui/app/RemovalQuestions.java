package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.removal.ClearController;
import io.github.sandboxcache.ui.removal.ClearModel;
import io.github.sandboxcache.ui.removal.RemoveController;
import io.github.sandboxcache.ui.removal.RemoveModel;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/**
 * What is asked before all images go, or chosen ones. Plans are made in the background. FX thread
 * only.
 */
final class RemovalQuestions {
  private final WindowContext window;
  private final UiTexts texts;
  private final Overlays overlays;
  private final BooleanSupplier ready;
  private final Consumer<RemovalPlan> start;

  /**
   * For that window.
   *
   * @param ready whether an engine answers
   * @param start starts a plan that was agreed to
   */
  RemovalQuestions(
      WindowContext window, UiTexts texts, BooleanSupplier ready, Consumer<RemovalPlan> start) {
    this.window = window;
    this.texts = texts;
    this.overlays = window.shell().overlays();
    this.ready = ready;
    this.start = start;
  }

  /** Asks whether to clear; without anything that can go there is nothing to ask. */
  void clear() {
    CacheView shown = window.cache().view();
    inBackground(
        () -> ClearModel.of(shown.state().catalog(), shown.pins()),
        model -> {
          if (!model.plan().removals().isEmpty()) {
            show(
                ClearController.dialog(
                    model, countdown(), this::agreed, overlays::closeDialog, texts));
          }
        });
  }

  /** Asks whether to remove that image. */
  void remove(CacheReference reference) {
    CacheView shown = window.cache().view();
    inBackground(
        () -> RemoveModel.of(shown.state().catalog(), Set.of(reference), shown.pins()),
        model ->
            show(
                RemoveController.dialog(
                    model, countdown(), this::agreed, overlays::closeDialog, texts)));
  }

  /** A second click while the plan is made asks no second time. */
  private <T> void inBackground(Supplier<T> plan, Consumer<T> ask) {
    window
        .threads()
        .background()
        .execute(
            () -> {
              T planned = plan.get();
              window
                  .threads()
                  .ui()
                  .execute(
                      () -> {
                        if (ready.getAsBoolean() && !overlays.isDialogOpen()) {
                          ask.accept(planned);
                        }
                      });
            });
  }

  private void show(Region dialog) {
    overlays.showDialog(dialog, () -> {});
  }

  private Duration countdown() {
    return window.settings().settingsProperty().get().undoCountdown();
  }

  private void agreed(RemovalPlan plan) {
    overlays.closeDialog();
    start.accept(plan);
  }
}
