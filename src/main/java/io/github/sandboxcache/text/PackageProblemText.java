package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.PackageProblem;
import io.github.sandboxcache.domain.install.PackageProblem.Rule;
import io.github.sandboxcache.domain.install.PackageRules;
import java.util.stream.Collectors;

/** Why a package is refused, in words. */
public final class PackageProblemText {
  private static final int MAX_SHOWN = 80;

  private PackageProblemText() {}

  /** One sentence or two that name the package and the rule; the name is made harmless. */
  public static String of(Language language, PackageProblem problem) {
    String name = shown(problem.packageName());
    String key = "install.problem." + problem.rule();
    return switch (problem.rule()) {
      case NO_RECIPE -> Texts.text(key, language.name(), knownLanguages());
      case FORM, CHARACTERS -> Texts.text(key, name, language.name(), example(language));
      case LENGTH -> Texts.text(key, name, PackageRules.MAX_LENGTH);
      case EMPTY, OPTION, PATH_OR_URL, SHELL_SYNTAX -> Texts.text(key, name);
    };
  }

  /** The rule alone in a few words, for a mark beside the name. */
  public static String brief(Rule rule) {
    return Texts.text("install.problem." + rule + ".brief");
  }

  private static String example(Language language) {
    return Texts.text("install.example." + language.name());
  }

  private static String knownLanguages() {
    return Language.KNOWN.stream().map(Language::name).collect(Collectors.joining(", "));
  }

  private static String shown(String untrusted) {
    String line = PlainText.line(untrusted);
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
  }
}
