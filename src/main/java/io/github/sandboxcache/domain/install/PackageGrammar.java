package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the packages of one language look like.
 *
 * @param form all that is accepted, version included
 * @param file what the package manager would take for a file, a directory or an order of its own,
 *     although it has that form
 */
record PackageGrammar(Pattern form, Pattern file) {
  /** PEP 508 without spaces, markers and URLs; versions of PEP 440. */
  private static final PackageGrammar PIP =
      grammar(
          "NAME(?:\\[NAME(?:,NAME)*\\])?(?:SPEC(?:,SPEC)*)?"
              .replace("SPEC", "(?:===?|~=|!=|<=?|>=?)v?[0-9][A-Za-z0-9.!+_-]*(?:\\.\\*)?")
              .replace("NAME", "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"),
          // pip takes a name with an archive's ending for a file, extras or not.
          ".*\\.(?:whl|zip|tar|tgz|tbz|txz|tlz|tar\\.[a-z0-9]+)(?:\\[.*)?");

  /** npm-package-arg's registry specifiers: a version, one comparator, or a dist-tag. */
  private static final PackageGrammar NPM =
      grammar(
          "(?:@PART/)?PART(?:@(?:\\*|(?:[~^]|[<>]=?|=)?v?[0-9][A-Za-z0-9.+-]*(?:\\.\\*)?|TAG))?"
              .replace("PART", "[A-Za-z0-9][A-Za-z0-9._-]*")
              .replace("TAG", "[A-Za-z][A-Za-z0-9._-]*"),
          ".*\\.(?:tgz|tar|tar\\.gz)(?:@.*)?");

  /** Module paths, whose first part is a domain; so "all", "std", "fmt" and addresses are none. */
  private static final PackageGrammar GO =
      grammar(
          "DOMAIN(?:/PART)*(?:@(?:(?:[<>]=?)?v[0-9][A-Za-z0-9.+-]*|[A-Za-z0-9][A-Za-z0-9._+-]*))?"
              .replace(
                  "DOMAIN",
                  "[A-Za-z0-9][A-Za-z0-9-]*(?:\\.[A-Za-z0-9][A-Za-z0-9-]*)*\\.[A-Za-z][A-Za-z0-9-]*")
              .replace("PART", "[A-Za-z0-9_~](?:[A-Za-z0-9._~-]*[A-Za-z0-9_~-])?"),
          // "..." is a pattern of packages, "@none" removes, a lone "main.go" is a file.
          ".*\\.\\.\\..*|.*@none|[^/]*\\.go(?:@.*)?");

  /** Crates of a registry, with the version requirements of Cargo. */
  private static final PackageGrammar CARGO =
      grammar(
          "[A-Za-z][A-Za-z0-9_-]*(?:@(?:\\*|REQ(?:,REQ)*))?"
              .replace("REQ", "(?:[~^=]|[<>]=?)?[0-9][A-Za-z0-9.+-]*(?:\\.\\*)?"),
          "");

  /**
   * Packages of apt or apk, by the rules of Debian. An ending dash removes a package, an ending
   * plus stands for an order unless the name has it (see {@link SystemRecipe}), and what more apt
   * reads has signs of its own: patterns, tasks, releases, architectures.
   */
  private static final PackageGrammar SYSTEM =
      grammar(
          "[a-z0-9](?:[a-z0-9+.-]*[a-z0-9+])?(?:=[0-9](?:[A-Za-z0-9.+~:_-]*[A-Za-z0-9])?)?",
          ".*\\.(?:deb$|apk).*");

  /**
   * A gem, or {@code name:version} with the one requirement that {@code gem install} reads; it
   * takes all that has another form for the name of a gem.
   */
  private static final PackageGrammar GEM =
      grammar(
          "[A-Za-z0-9][A-Za-z0-9._-]*(?::(?:=|!=|~>|[<>]=?)?VERSION)?"
              .replace(
                  "VERSION", "[0-9]+(?:\\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?"),
          ".*\\.gem(?::.*)?");

  /** The grammar of a language; empty when nothing can be installed for it. */
  static Optional<PackageGrammar> of(Language language) {
    return Optional.ofNullable(
        switch (language.name()) {
          case "python" -> PIP;
          case "javascript", "typescript" -> NPM;
          case "go" -> GO;
          case "rust" -> CARGO;
          case "bash" -> SYSTEM;
          case "ruby" -> GEM;
          default -> null;
        });
  }

  /** Whether that text can be given to the package manager as one package. */
  boolean accepts(String text) {
    return form.matcher(text).matches() && !namesFile(text);
  }

  /** Whether the package manager would read it as something else than a package's name. */
  boolean namesFile(String text) {
    return file.matcher(text).matches();
  }

  private static PackageGrammar grammar(String form, String file) {
    return new PackageGrammar(
        Pattern.compile(form), Pattern.compile(file, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
  }
}
