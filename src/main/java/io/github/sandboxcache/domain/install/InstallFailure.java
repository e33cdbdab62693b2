package io.github.sandboxcache.domain.install;

import java.util.List;
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
  CERTIFICATE(
      "certificate.?verif|self.signed|issuer.cert|x509:|sslerror|"
          + "(certificate|ssl).*(trust|fail|error|problem|invalid|expired)"),
  /** No room left. */
  DISK("no space left"),
  /** It said itself that it needed more memory than there was. */
  MEMORY("out of memory|cannot allocate memory"),
  /** The package or that version of it does not exist. */
  NOT_FOUND(
      "no matching distribution|could not find|404|"
          + "unable to locate package|no such package|not found|"
          + "no matching version|failed to select a version|"
          + "unknown revision|unable to select packages"),
  /** Anything else. */
  OTHER("$.");

  private final Pattern sign;

  InstallFailure(String signs) {
    this.sign = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
  }

  /** The first reason of which the lines show a sign. */
  static InstallFailure of(List<String> lines) {
    return Stream.of(values())
        .filter(failure -> lines.stream().anyMatch(failure::isIn))
        .findFirst()
        .orElse(OTHER);
  }

  /** The line that says most of it: the last with a sign, else the last; empty without lines. */
  public String tellingLine(List<String> lines) {
    return lines.reversed().stream()
        .filter(this::isIn)
        .findFirst()
        .orElse(lines.isEmpty() ? "" : lines.getLast());
  }

  private boolean isIn(String line) {
    return sign.matcher(line).find();
  }
}
