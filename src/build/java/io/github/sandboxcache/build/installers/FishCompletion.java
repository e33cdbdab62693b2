package io.github.sandboxcache.build.installers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish, which picocli does not make. */
final class FishCompletion {
  private final CommandSpec command;
  private final List<String> lines = new ArrayList<>();

  FishCompletion(CommandSpec command) {
    this.command = command;
  }

  String text() {
    complete(command);
    return functions() + String.join("\n", lines) + "\n";
  }

  /** They tell the verbs typed so far from options and their values. */
  private String functions() {
    return """
    # Completion of sandbox-cache for fish, made from the command line's model.

    function __sandbox_cache_verbs
        set -l words (commandline -opc)
        set -e words[1]
        set -l value no
        for word in $words
            if test $value = yes
                set value no
                continue
            end
            switch $word
                case %s
                    set value yes
                case '-*'
                case '*'
                    echo $word
            end
        end
    end

    function __sandbox_cache_in
        set -l verbs (__sandbox_cache_verbs)
        test (count $verbs) -ge (count $argv)
        and test "$verbs[1..$(count $argv)]" = "$argv"
    end

    function __sandbox_cache_at_start
        test -z "$(__sandbox_cache_verbs)"
    end

    complete -c sandbox-cache -f
    """
        .formatted(String.join(" ", optionsWithValue(command)));
  }

  private static Set<String> optionsWithValue(CommandSpec command) {
    Set<String> names = new TreeSet<>();
    Words.options(command).stream()
        .filter(Words::takesValue)
        .forEach(option -> names.addAll(List.of(option.names())));
    command
        .subcommands()
        .values()
        .forEach(verb -> names.addAll(optionsWithValue(verb.getCommandSpec())));
    return names;
  }

  private void complete(CommandSpec at) {
    String condition = condition(at);
    Words.options(at).forEach(option -> option(condition, option));
    at.positionalParameters().forEach(parameter -> parameter(condition, parameter));
    at.subcommands()
        .forEach(
            (name, verb) ->
                lines.add(
                    "%s -a %s -d %s"
                        .formatted(
                            condition,
                            name,
                            quoted(Words.brief(Words.header(verb.getCommandSpec()))))));
    at.subcommands().values().forEach(verb -> complete(verb.getCommandSpec()));
  }

  private static String condition(CommandSpec at) {
    StringBuilder test = new StringBuilder();
    List<String> path = Words.path(at);
    test.append(
        path.isEmpty()
            ? "__sandbox_cache_at_start"
            : "__sandbox_cache_in " + String.join(" ", path));
    if (!path.isEmpty()) {
      at.subcommands()
          .keySet()
          .forEach(
              inner ->
                  test.append("; and not __sandbox_cache_in ")
                      .append(String.join(" ", path))
                      .append(' ')
                      .append(inner));
    }
    return "complete -c sandbox-cache -n " + quoted(test.toString());
  }

  private void option(String condition, OptionSpec option) {
    StringBuilder line = new StringBuilder(condition);
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
    }
    if (Words.takesValue(option)) {
      line.append(" -x").append(values(option));
    }
    lines.add(line.append(" -d ").append(quoted(Words.brief(Words.text(option)))).toString());
  }

  private void parameter(String condition, PositionalParamSpec parameter) {
    if (Words.isFile(parameter)) {
      lines.add(condition + " -F");
    } else if (!Words.candidates(parameter).isEmpty()) {
      lines.add(
          condition + values(parameter) + " -d " + quoted(Words.brief(Words.text(parameter))));
    }
  }

  private static String values(ArgSpec argument) {
    List<String> candidates = Words.candidates(argument);
    return candidates.isEmpty() ? "" : " -a " + quoted(String.join(" ", candidates));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
