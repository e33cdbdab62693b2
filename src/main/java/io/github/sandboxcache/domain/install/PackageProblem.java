package io.github.sandboxcache.domain.install;

/**
 * Why a package name is refused before anything runs.
 *
 * @param packageName the name as given, untrusted
 * @param rule the rule it breaks
 */
public record PackageProblem(String packageName, Rule rule) {
  /** What a package name may not be. Texts for people are in the resource bundle. */
  public enum Rule {
    /** Nothing can be installed for the language, whatever the name. */
    NO_RECIPE,
    /** Nothing, or only spaces. */
    EMPTY,
    /** It starts with a dash and would be read as an option. */
    OPTION,
    /** It is a path, a file or a URL. */
    PATH_OR_URL,
    /** It has characters that a shell would interpret. */
    SHELL_SYNTAX,
    /** It has spaces, control or other characters that no name of this language has. */
    CHARACTERS,
    /** It is not of the form that this language's package manager takes. */
    FORM,
    /** It is longer than any real name. */
    LENGTH
  }
}
