package io.github.sandboxcache.build.installers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The one entry that Debian wants; what changed is told in the metainfo. */
final class DebChangelog {
  private static final DateTimeFormatter MAIL_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private DebChangelog() {}

  static String text(String version, Instant time) {
    return """
    %s (%s) stable; urgency=medium

      * Release %s.

     -- Sandbox Cache <sandbox-cache@users.noreply.github.com>  %s
    """
        .formatted(
            Product.COMMAND, version, version, MAIL_DATE.format(time.atOffset(ZoneOffset.UTC)));
  }
}
