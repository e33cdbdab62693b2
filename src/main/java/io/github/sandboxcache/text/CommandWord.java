package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.engine.ShellCommand;
import java.util.List;
import java.util.regex.Pattern;

/** A program's name or path as one word of what people copy, quoted for where it goes. */
public final class CommandWord {
  /** A drive or another machine, as no path of another system begins. */
  private static final Pattern WINDOWS_PATH = Pattern.compile("([A-Za-z]:[\\\\/]|\\\\\\\\).*");

  private CommandWord() {}

  /**
   * For a command line. A path of Windows is quoted as its own shells and those of Unix understand
   * it, also where it has no spaces: the latter would drop its backslashes.
   */
  public static String forShell(String program) {
    return WINDOWS_PATH.matcher(program).matches()
        ? '"' + program + '"'
        : ShellCommand.text(List.of(program));
  }

  /** For JSON, with its quotes. */
  public static String forJson(String program) {
    String list = TextList.write(List.of(program));
    return list.substring(1, list.length() - 1);
  }
}
