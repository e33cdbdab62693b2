package io.github.sandboxcache.build.installers;

import java.time.LocalDate;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The man page, written from the command line's model with the macros of man(7). */
final class ManPage {
  private final CommandSpec command;
  private final String version;
  private final LocalDate date;
  private final StringBuilder page = new StringBuilder();

  ManPage(CommandSpec command, String version, LocalDate date) {
    this.command = command;
    this.version = version;
    this.date = date;
  }

  /**
   * The page.
   *
   * @param tail the sections that the model does not know: exit status, files and the like
   */
  String text(String tail) {
    line(
        ".TH SANDBOX\\-CACHE 1 %s \"sandbox\\-cache %s\" \"User Commands\""
            .formatted(date, version));
    line(".SH NAME");
    line("sandbox\\-cache \\- %s".formatted(escaped(startingSmall(Words.header(command)))));
    line(".SH SYNOPSIS");
    line(".B sandbox\\-cache");
    line(".RI [ OPTION \\|.\\|.\\|.]");
    line(".br");
    line(".B sandbox\\-cache");
    line(".I VERB");
    line(".RI [ OPTION \\|.\\|.\\|.]");
    line(".RI [ ARGUMENT \\|.\\|.\\|.]");
    line(".SH DESCRIPTION");
    line(escaped(Words.header(command)));
    line(escaped(Words.description(command)));
    line(".SH OPTIONS");
    line("These go with every verb.");
    Words.options(command).forEach(this::option);
    line(".SH VERBS");
    command.subcommands().values().forEach(verb -> verb(verb.getCommandSpec()));
    return page.append(tail).toString();
  }

  private void verb(CommandSpec verb) {
    line(".SS %s".formatted(escaped(String.join(" ", Words.path(verb)) + arguments(verb))));
    line(escaped(Words.header(verb)));
    if (!Words.description(verb).isEmpty()) {
      line(escaped(Words.description(verb)));
    }
    verb.positionalParameters().forEach(this::parameter);
    Words.ownOptions(verb).forEach(this::option);
    verb.subcommands().values().forEach(inner -> verb(inner.getCommandSpec()));
  }

  private static String arguments(CommandSpec verb) {
    StringBuilder text = new StringBuilder();
    for (PositionalParamSpec parameter : verb.positionalParameters()) {
      String label = parameter.paramLabel() + (parameter.index().isVariable() ? "..." : "");
      text.append(parameter.required() ? " " + label : " [" + label + "]");
    }
    return text.toString();
  }

  private void option(OptionSpec option) {
    line(".TP");
    String names = escaped(String.join(", ", option.names()));
    if (Words.takesValue(option)) {
      line(".BI \"%s \" %s".formatted(names, escaped(option.paramLabel())));
    } else {
      line(".B %s".formatted(names));
    }
    line(escaped(Words.text(option)));
  }

  private void parameter(PositionalParamSpec parameter) {
    line(".TP");
    line(".I %s".formatted(escaped(parameter.paramLabel())));
    line(escaped(Words.text(parameter)));
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String startingSmall(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
        + sentence.substring(1).replaceFirst("\\.$", "");
  }

  /** Text that roff takes as it is, hyphens kept as those that one types. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
