package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.FailureText;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;

/**
 * What the line over the table says of failed saves.
 *
 * @param what what there is
 * @param why why, or what helps
 * @param offersInstall whether nothing was left that could be shown, so that only installs help
 */
record BannerText(String what, String why, boolean offersInstall) {
  static BannerText of(OrphansView view, UiTexts texts) {
    Optional<String> reason = view.unsaved().reason().flatMap(FailureText::brief);
    return view.rows().isEmpty()
        ? ofSaves(view.unsaved().count(), reason, texts)
        : ofImages(view, reason, texts);
  }

  private static BannerText ofSaves(long count, Optional<String> reason, UiTexts texts) {
    return new BannerText(
        reason
            .map(why -> texts.text("orphans.banner.saves.why", count, why))
            .orElseGet(() -> texts.text("orphans.banner.saves", count)),
        texts.text("orphans.banner.saves.help"),
        true);
  }

  private static BannerText ofImages(OrphansView view, Optional<String> reason, UiTexts texts) {
    int images = view.rows().size();
    String bytes = ByteText.brief(view.bytes());
    return new BannerText(
        bytes.isEmpty()
            ? texts.text("orphans.banner.measuring", images)
            : texts.text("orphans.banner", images, bytes),
        reason
            .map(why -> texts.text("orphans.banner.reason", why))
            .orElseGet(() -> texts.text("orphans.banner.why")),
        false);
  }
}
