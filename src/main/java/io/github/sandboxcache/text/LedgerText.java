package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.settings.SystemReason;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.io.IOException;
import java.util.regex.Pattern;

/** Why the ledger cannot be used, in words. Untrusted parts are made harmless. */
public final class LedgerText {
  /** Drivers put the name of their error before what the database says. */
  private static final Pattern ERROR_NAME = Pattern.compile("^\\[SQLITE_[A-Z_]+]\\s*");

  private LedgerText() {}

  /** The reason with the file's name: {@code The disk is full: /home/ada/usage.db}. */
  public static String why(UsageLedgerException problem) {
    return Texts.text(
        "ledger." + problem.reason().name(),
        PlainText.line(problem.ledger()),
        PlainText.line(detail(problem)));
  }

  /** What failed first stands deepest. */
  private static String detail(UsageLedgerException problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof IOException io
        ? SystemReason.of(io)
        : ERROR_NAME.matcher(String.valueOf(cause.getMessage())).replaceFirst("");
  }
}
