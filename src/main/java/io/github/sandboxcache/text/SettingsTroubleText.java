package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.settings.SettingsTrouble;

/** What of the settings is not legible, in words. Untrusted parts are made harmless. */
public final class SettingsTroubleText {
  private SettingsTroubleText() {}

  /** What is wrong, with file and setting, and that it does not count. */
  public static String what(SettingsTrouble trouble) {
    return Texts.text(
        "settings.trouble." + trouble.kind().name(),
        PlainText.line(trouble.file().toString()),
        PlainText.line(trouble.key()),
        PlainText.line(trouble.detail()));
  }
}
