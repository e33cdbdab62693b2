package io.github.sandboxcache.ui.activity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The usual reasons for which a package manager fails, told by words in its own last lines. Only
 * for a hint on what to do; the lines themselves are always shown too.
 */
public enum InstallFailure {
  /** No name server, no route, a proxy or firewall in between. */
  NETWORK(
      "name resolution|could not resolve|enotfound|"
          + "eai_again|no such host|network is unreachable|"
          + "connection refused|econnrefused|connection timed out|"
          + "etimedout|temporary error|failed to establish a new connection|"
          + "dns error"),
  /** The other side's certificate is not trusted, as with a company's proxy. */
  CERTIFICATE("certificate|ssl"),
  /** No room left. */
  DISK("no space left"),
  /** Killed for using more memory than allowed. */
  MEMORY("out of memory|signal: killed|exit code 137"),
  /** The package or that version of it does not exist. */
  NOT_FOUND(
      "no matching distribution|could not find|404|"
          + "unable to locate package|no such package|not found|"
          + "unknown revision|unable to select packages"),
  /** Anything else. */
  OTHER("$.");

  private final String signs;

  InstallFailure(String signs) {
    this.signs = signs;
  }

  /** The first reason of which the lines show a sign. */
  public static InstallFailure of(List<String> lines) {
    String text = String.join("\n", lines).toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(failure -> Pattern.compile(failure.signs).matcher(text).find())
        .findFirst()
        .orElse(OTHER);
  }
}
