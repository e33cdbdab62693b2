package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.PackageProblem.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which package names may reach a package manager. They go there as arguments, never through a
 * shell; these rules keep them from being read as an option, a path, a URL or an order.
 *
 * <p>A name passes only by having its language's form; the other rules say why it does not.
 */
public final class PackageRules {
  /** UTF-16 units of the longest name that is accepted, version included. */
  public static final int MAX_LENGTH = 255;

  /**
   * A scheme as in {@code file:}, also behind the sign of a version; {@code rails:7.1} has none.
   */
  private static final Pattern URL =
      Pattern.compile("(?is)(?:.*@)?[a-z][a-z0-9+.-]*:(?![0-9<>=~!]).*|.*://.*");

  private static final Pattern PATH = Pattern.compile("[./~\\\\].*|.*/.*");
  private static final Pattern SHELL = Pattern.compile("[;|&$`\\\\\"'(){}?#<>*!~^]");
  private static final Pattern ODD_CHARACTER = Pattern.compile("[^\\x21-\\x7e]");

  /** Comparison signs before a version are a wrong form, not an attempt at a shell. */
  private static final Pattern VERSION_OPERATOR = Pattern.compile("[<>=~!^]{1,3}(?=v?[0-9])");

  private PackageRules() {}

  /** The first rule that a package name breaks; empty when it may be installed. */
  public static Optional<PackageProblem> check(Language language, String packageName) {
    return brokenRule(PackageGrammar.of(language), packageName)
        .map(rule -> new PackageProblem(packageName, rule));
  }

  /**
   * Every problem of a list of packages, in their order; empty when all may be installed. An empty
   * list has the problem of an empty name, a language without a recipe has one problem in all.
   */
  public static List<PackageProblem> checkAll(Language language, List<String> packages) {
    if (packages.isEmpty() || PackageGrammar.of(language).isEmpty()) {
      return check(language, packages.isEmpty() ? "" : packages.getFirst()).stream().toList();
    }
    return packages.stream().flatMap(name -> check(language, name).stream()).toList();
  }

  private static Optional<Rule> brokenRule(Optional<PackageGrammar> grammar, String name) {
    if (grammar.isEmpty()) {
      return Optional.of(Rule.NO_RECIPE);
    }
    if (name.isBlank()) {
      return Optional.of(Rule.EMPTY);
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of(Rule.LENGTH);
    }
    return grammar.get().accepts(name) ? Optional.empty() : Optional.of(why(grammar.get(), name));
  }

  private static Rule why(PackageGrammar grammar, String name) {
    if (name.startsWith("-")) {
      return Rule.OPTION;
    }
    if (URL.matcher(name).matches()) {
      return Rule.PATH_OR_URL;
    }
    if (SHELL.matcher(VERSION_OPERATOR.matcher(name).replaceAll("")).find()) {
      return name.startsWith("~/") ? Rule.PATH_OR_URL : Rule.SHELL_SYNTAX;
    }
    if (ODD_CHARACTER.matcher(name).find()) {
      return Rule.CHARACTERS;
    }
    return grammar.namesFile(name) || PATH.matcher(name).matches() ? Rule.PATH_OR_URL : Rule.FORM;
  }
}
