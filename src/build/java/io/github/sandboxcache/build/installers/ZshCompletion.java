package io.github.sandboxcache.build.installers;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh with what each verb and option means, which picocli's for bash cannot say. */
final class ZshCompletion {
  private final CommandSpec command;
  private final StringBuilder text = new StringBuilder();

  ZshCompletion(CommandSpec command) {
    this.command = command;
  }

  String text() {
    text.append("#compdef sandbox-cache\n");
    text.append("# Completion of sandbox-cache for zsh, made from the command line's model.\n");
    function(command);
    return text.append("\n_sandbox-cache \"$@\"\n").toString();
  }

  private void function(CommandSpec at) {
    text.append("\n%s() {\n".formatted(name(at)));
    text.append("  local curcontext=\"$curcontext\" state line\n  typeset -A opt_args\n");
    List<String> specs = new ArrayList<>();
    Words.options(at).forEach(option -> specs.addAll(option(option)));
    if (at.subcommands().isEmpty()) {
      at.positionalParameters().forEach(parameter -> specs.add(parameter(parameter)));
    } else {
      specs.add("'1: :->verb'");
      specs.add("'*:: :->rest'");
    }
    text.append("  _arguments -C \\\n    ")
        .append(String.join(" \\\n    ", specs))
        .append(at.subcommands().isEmpty() ? "\n" : " && return\n");
    if (!at.subcommands().isEmpty()) {
      verbs(at);
    }
    text.append("}\n");
    at.subcommands().values().forEach(verb -> function(verb.getCommandSpec()));
  }

  private void verbs(CommandSpec at) {
    text.append("  case $state in\n    verb)\n      local -a verbs=(\n");
    at.subcommands()
        .forEach(
            (name, verb) ->
                text.append("        ")
                    .append(
                        quoted(
                            name
                                + ":"
                                + Words.brief(Words.header(verb.getCommandSpec()))
                                    .replace(":", "\\:")))
                    .append('\n'));
    text.append(
        "      )\n      _describe verb verbs\n      ;;\n    rest)\n      case $line[1] in\n");
    at.subcommands()
        .forEach(
            (name, verb) ->
                text.append("        %s) %s ;;\n".formatted(name, name(verb.getCommandSpec()))));
    text.append("      esac\n      ;;\n  esac\n");
  }

  private static String name(CommandSpec at) {
    List<String> path = Words.path(at);
    return "_sandbox-cache" + (path.isEmpty() ? "" : "-" + String.join("-", path));
  }

  private static List<String> option(OptionSpec option) {
    List<String> specs = new ArrayList<>();
    for (String name : option.names()) {
      String value = Words.takesValue(option) ? value(option) : "";
      String joined = value.isEmpty() || !name.startsWith("--") ? name : name + "=";
      specs.add(
          quoted("%s[%s]%s".formatted(joined, escaped(Words.brief(Words.text(option))), value)));
    }
    return specs;
  }

  private static String parameter(PositionalParamSpec parameter) {
    String place =
        parameter.index().isVariable() ? "*" : String.valueOf(parameter.index().min() + 1);
    return quoted(place + value(parameter));
  }

  private static String value(ArgSpec argument) {
    List<String> candidates = Words.candidates(argument);
    String action = " ";
    if (!candidates.isEmpty()) {
      action = "(" + String.join(" ", candidates) + ")";
    } else if (Words.isFile(argument)) {
      action = "_files";
    }
    return ":%s:%s".formatted(argument.paramLabel().replace(":", "\\:"), action);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
