package io.github.sandboxcache.domain.install;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows an argument vector as one would type it. For people only: nothing ever runs the text. */
final class CommandLine {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+=:,./_\\[\\]^~-]+");

  private CommandLine() {}

  static String of(List<String> arguments) {
    return arguments.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
