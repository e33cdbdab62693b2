package io.github.sandboxcache.build.installers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the command line's model says, in plain text. */
final class Words {
  private Words() {}

  static String header(CommandSpec command) {
    return plain(command.usageMessage().header());
  }

  static String description(CommandSpec command) {
    return plain(command.usageMessage().description());
  }

  static String text(ArgSpec argument) {
    return plain(argument.description());
  }

  /** The names of the verb and of those above it, without the command's own. */
  static List<String> path(CommandSpec verb) {
    Deque<String> names = new ArrayDeque<>();
    for (CommandSpec at = verb; at.parent() != null; at = at.parent()) {
      names.addFirst(at.name());
    }
    return List.copyOf(names);
  }

  /** All options that are shown in help. */
  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** The options that only this verb has, not those of the command. */
  static List<OptionSpec> ownOptions(CommandSpec verb) {
    Set<String> general =
        options(verb.root()).stream().map(OptionSpec::longestName).collect(Collectors.toSet());
    return options(verb).stream()
        .filter(option -> !general.contains(option.longestName()))
        .toList();
  }

  /** The first sentence, for a place with room for one line. */
  static String brief(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text.replaceFirst("\\.$", "") : text.substring(0, end);
  }

  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** The values that can be completed; empty where any text may stand. */
  static List<String> candidates(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null
        ? List.of()
        : StreamSupport.stream(candidates.spliterator(), false).toList();
  }

  static boolean isFile(ArgSpec argument) {
    return argument.paramLabel().contains("FILE") || argument.paramLabel().contains("LOG");
  }

  private static String plain(String[] lines) {
    return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
  }
}
