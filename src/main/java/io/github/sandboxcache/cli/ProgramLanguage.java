package io.github.sandboxcache.cli;

import java.util.List;
import java.util.Locale;

/**
 * Makes the process speak English for as long as a program reads its output: what {@code --json}
 * and {@code --csv} print, reasons and errors in it included, is the same for every user.
 */
public final class ProgramLanguage implements AutoCloseable {
  private static final List<String> FORMATS = List.of("--json", "--csv");

  private final Locale before = Locale.getDefault();
  private final Locale displayBefore = Locale.getDefault(Locale.Category.DISPLAY);
  private final Locale formatBefore = Locale.getDefault(Locale.Category.FORMAT);

  private ProgramLanguage(boolean forProgram) {
    if (forProgram) {
      Locale.setDefault(Locale.ENGLISH);
    }
  }

  /** Looks for whom the output is before anything is said, wrong usage included. */
  public static ProgramLanguage of(List<String> arguments) {
    return new ProgramLanguage(
        arguments.stream()
            .anyMatch(
                argument -> FORMATS.stream().anyMatch(f -> argument.split("=", 2)[0].equals(f))));
  }

  /** For a verb that programs alone talk to. */
  static ProgramLanguage ofPrograms() {
    return new ProgramLanguage(true);
  }

  @Override
  public void close() {
    Locale.setDefault(before);
    Locale.setDefault(Locale.Category.DISPLAY, displayBefore);
    Locale.setDefault(Locale.Category.FORMAT, formatBefore);
  }
}
