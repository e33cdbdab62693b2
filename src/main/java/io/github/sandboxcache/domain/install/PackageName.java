package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a package as somebody gave it, to count and show it by its name. Takes any text, so
 * also what a label or a log says; it checks nothing, that is the matter of {@link PackageRules}.
 *
 * @param name the name without version and extras, empty only for an empty text
 * @param extras what is chosen of the package, as {@code [standard]}; often empty
 * @param version the version without the sign that it is equal to, as {@code 2.1.3} or {@code
 *     >=1.2,<2}; empty when none is given
 */
public record PackageName(String name, String extras, String version) {
  private static final Pattern PIP =
      Pattern.compile("([^\\[<>=!~]+)(\\[[^\\]]*\\])?(?:==(?!=))?(.*)", Pattern.DOTALL);
  private static final Pattern AT = Pattern.compile("(@?[^@]+)()(?:@(.*))?", Pattern.DOTALL);
  private static final Pattern SYSTEM =
      Pattern.compile("([^<>=~]+)()(?:=(?![<>=~]))?(.*)", Pattern.DOTALL);
  private static final Pattern GEM = Pattern.compile("([^:]+)()(?::(.*))?", Pattern.DOTALL);

  /** Takes apart a package of that language; of an unknown language all of it is the name. */
  public static PackageName of(Language language, String packageName) {
    return pattern(language)
        .map(pattern -> pattern.matcher(packageName))
        .filter(Matcher::matches)
        .map(m -> new PackageName(m.group(1), orEmpty(m, 2), orEmpty(m, 3)))
        .orElseGet(() -> new PackageName(packageName, "", ""));
  }

  private static Optional<Pattern> pattern(Language language) {
    return Optional.ofNullable(
        switch (language.name()) {
          case "python" -> PIP;
          case "javascript", "typescript", "go", "rust" -> AT;
          case "bash" -> SYSTEM;
          case "ruby" -> GEM;
          default -> null;
        });
  }

  private static String orEmpty(Matcher matcher, int group) {
    String found = matcher.group(group);
    return found == null ? "" : found;
  }
}
