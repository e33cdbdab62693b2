package io.github.sandboxcache.domain.install;

import java.util.ArrayList;
import java.util.List;

/**
 * A package manager as an image may have it.
 *
 * @param command the program and the arguments that every call of it starts with
 * @param versionArgument what makes it print its version and end with exit code 0
 */
record Tool(List<String> command, String versionArgument) {
  Tool {
    command = List.copyOf(command);
  }

  static Tool of(String... command) {
    return new Tool(List.of(command), "--version");
  }

  /** The command line that shows whether an image has it. */
  List<String> probe() {
    return with(versionArgument);
  }

  /** The command followed by arguments. */
  List<String> with(String... arguments) {
    return with(List.of(arguments), List.of());
  }

  /** The command followed by arguments and then by more, such as packages. */
  List<String> with(List<String> arguments, List<String> more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** The program, as people call it: {@code pip} also for {@code python -m pip}. */
  String name() {
    return command.getLast();
  }
}
