package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.FailureText;
import io.github.sandboxcache.text.SavesText;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;

/**
 * What the line over the table says of failed saves.
 *
 * @param what what there is
 * @param why why, or what helps
 * @param install what its button that installs says; empty where something was left that can be
 *     shown instead
 */
record BannerText(String what, String why, Optional<String> install) {
  static BannerText of(OrphansView view, UiTexts texts) {
    return view.rows().isEmpty() ? ofSaves(view, texts) : ofImages(view, texts);
  }

  private static BannerText ofSaves(OrphansView view, UiTexts texts) {
    int missed = view.missed().size();
    return new BannerText(
        SavesText.inWeek(view.unsaved()),
        SavesText.help(view.unsaved()),
        Optional.of(
            missed > 0
                ? texts.text("orphans.install.missed", missed)
                : texts.text("orphans.install")));
  }

  private static BannerText ofImages(OrphansView view, UiTexts texts) {
    int images = view.rows().size();
    String bytes = ByteText.brief(view.bytes());
    return new BannerText(
        bytes.isEmpty()
            ? texts.text("orphans.banner.measuring", images)
            : texts.text("orphans.banner", images, bytes),
        view.unsaved()
            .reason()
            .flatMap(FailureText::brief)
            .map(why -> texts.text("orphans.banner.reason", why))
            .orElseGet(() -> texts.text("orphans.banner.why")),
        Optional.empty());
  }
}
