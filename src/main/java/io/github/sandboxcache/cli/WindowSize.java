package io.github.sandboxcache.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The size of a window as written on the command line: {@code 1280x820}.
 *
 * @param width in pixels
 * @param height in pixels
 */
record WindowSize(int width, int height) {
  /** How a window opens the first time. */
  static final WindowSize USUAL = new WindowSize(1280, 820);

  /** Below it the window would cut something off. */
  private static final WindowSize MIN = new WindowSize(960, 620);

  /** A picture of it at the largest scale still fits into the memory of the process. */
  private static final WindowSize MAX = new WindowSize(3840, 2160);

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");

  /** Reads one from an argument. */
  static final class Converter implements ITypeConverter<WindowSize> {
    @Override
    public WindowSize convert(String value) {
      Matcher size = SIZE.matcher(value);
      if (size.matches()) {
        WindowSize read =
            new WindowSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
        if (MIN.fitsInto(read) && read.fitsInto(MAX)) {
          return read;
        }
      }
      throw new TypeConversionException(HelpText.of("problem.window-size", value, MIN, MAX));
    }
  }

  private boolean fitsInto(WindowSize other) {
    return width <= other.width && height <= other.height;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
