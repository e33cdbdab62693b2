package io.github.sandboxcache.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a call, in the user's language. The parser itself speaks English only. */
final class UsageProblem {
  private UsageProblem() {}

  static String words(ParameterException problem) {
    return switch (problem) {
      case UnmatchedArgumentException unmatched ->
          HelpText.of(
              unmatched.isUnknownOption() ? "problem.unknown-option" : "problem.unknown-argument",
              String.join(" ", unmatched.getUnmatched()));
      case MissingParameterException missing ->
          HelpText.of("problem.missing", names(missing.getMissing()));
      case OverwrittenOptionException twice ->
          HelpText.of("problem.twice", name(twice.getOverwritten()));
      default -> String.valueOf(problem.getMessage());
    };
  }

  private static String names(List<ArgSpec> missing) {
    return String.join(", ", missing.stream().map(UsageProblem::name).toList());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }
}
