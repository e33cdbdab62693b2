package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Removes the images that the user chose, or says why they stay. FX thread only. */
final class ChosenRemoval {
  private final CacheModel cache;
  private final UiThreads threads;
  private final Consumer<RemovalPlan> remove;
  private final Consumer<String> tell;
  private final UiTexts texts;

  /**
   * Removals from that cache.
   *
   * @param remove begins it, with the time to undo
   * @param tell says to the user why nothing is removed
   */
  ChosenRemoval(
      CacheModel cache,
      UiThreads threads,
      Consumer<RemovalPlan> remove,
      Consumer<String> tell,
      UiTexts texts) {
    this.cache = cache;
    this.threads = threads;
    this.remove = remove;
    this.tell = tell;
    this.texts = texts;
  }

  /** Removes those that can be; says why they stay when none of them can. */
  void remove(List<CacheReference> references) {
    CacheView shown = cache.view();
    RemovalPolicy chosen = new RemovalPolicy.Chosen(Set.copyOf(references));
    threads.compute(
        () -> RemovalPlan.of(shown.state().catalog(), chosen, shown.pins(), shown.usage().recent()),
        plan -> {
          if (plan.removals().isEmpty()) {
            plan.kept().stream().limit(1).map(this::whyKept).forEach(tell);
          } else {
            remove.accept(plan);
          }
        });
  }

  private String whyKept(KeptImage kept) {
    return texts.text(
        "clear.stay",
        kept.image()
            .packages()
            .map(PackageLabel::line)
            .orElseGet(() -> texts.text("prune.packages.unknown")),
        ReasonText.full(kept.reason()));
  }
}
