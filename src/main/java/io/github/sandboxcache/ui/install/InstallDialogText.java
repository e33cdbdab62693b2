package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.install.InstallModel.Plan;
import java.time.Instant;
import java.util.Optional;

/** What the Install dialog says about a plan. */
final class InstallDialogText {
  private final UiTexts texts;

  InstallDialogText(UiTexts texts) {
    this.texts = texts;
  }

  /** Why that base image, beside its name. */
  String origin(Plan plan, Language language) {
    String name = LanguageLook.displayName(language);
    return texts.text("install.base." + plan.base().origin().name(), name);
  }

  /** Whether the base image is there, as a tag. */
  String baseTag(Plan plan) {
    return plan.base()
        .found()
        .map(image -> texts.text("install.base.found", DecimalSize.text(image.sizeBytes())))
        .orElseGet(() -> texts.text("install.base.pull"));
  }

  /** What is below the name of the result. */
  String resultNote(Plan plan) {
    return plan.bad().isEmpty()
        ? texts.text("install.result.note")
        : texts.text("install.result.not-counted", plan.bad().size());
  }

  /** The line at the dialog's foot. */
  String foot(Plan plan, Instant now) {
    if (!plan.bad().isEmpty()) {
      return texts.text("install.foot.bad", plan.bad().size());
    }
    if (plan.request().isEmpty()) {
      return texts.text("install.foot.none");
    }
    if (plan.cached().isPresent()) {
      Optional<Instant> made = plan.cached().get().image().createdAt();
      return texts.text("install.foot.cached", RelativeTime.ago(made, now));
    }
    return texts.text(plan.baseValid() ? "install.foot.ready" : "install.foot.base");
  }
}
