package io.github.sandboxcache.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER_HEADING;

import io.github.sandboxcache.text.TextLanguage;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The texts of help and of wrong usage, from the bundle {@code help} beside this class. */
final class HelpText {
  private HelpText() {}

  /** The bundle itself, for picocli. */
  static ResourceBundle bundle() {
    return TextLanguage.current().bundle("io.github.sandboxcache.cli.help");
  }

  static String of(String key, Object... arguments) {
    return new MessageFormat(bundle().getString(key), TextLanguage.current().format())
        .format(arguments);
  }

  /** Shows the examples of a verb, where the bundle has any, before the exit codes. */
  static void addExamples(CommandLine parser) {
    List<String> sections = new ArrayList<>(parser.getHelpSectionKeys());
    sections.add(sections.indexOf(SECTION_KEY_FOOTER_HEADING), "examples");
    parser.setHelpSectionKeys(sections);
    parser.getHelpSectionMap().put("examples", HelpText::examples);
    parser
        .getSubcommands()
        .values()
        .forEach(verb -> verb.setHelpSectionMap(parser.getHelpSectionMap()));
  }

  private static String examples(Help help) {
    String key = help.commandSpec().qualifiedName(".") + ".examples";
    ResourceBundle texts = bundle();
    return texts.containsKey(key)
        ? texts.getString("examples.heading") + texts.getString(key).indent(2)
        : "";
  }

  /** What is wrong with a call. The parser itself speaks English only. */
  static String of(ParameterException problem) {
    return switch (problem) {
      case UnmatchedArgumentException unmatched ->
          of(
              unmatched.isUnknownOption() ? "problem.unknown-option" : "problem.unknown-argument",
              String.join(" ", unmatched.getUnmatched()));
      case MissingParameterException missing ->
          of(
              "problem.missing",
              String.join(", ", missing.getMissing().stream().map(HelpText::name).toList()));
      case OverwrittenOptionException twice -> of("problem.twice", name(twice.getOverwritten()));
      default -> String.valueOf(problem.getMessage());
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }
}
