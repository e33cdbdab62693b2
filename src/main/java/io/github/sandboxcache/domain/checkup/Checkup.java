package io.github.sandboxcache.domain.checkup;

import java.util.List;

/**
 * All that was looked at.
 *
 * @param findings in the order of their topics; every topic is among them, some several times
 */
public record Checkup(List<Finding> findings) {
  /** Copies the list, so that the record never changes. */
  public Checkup {
    findings = List.copyOf(findings);
  }

  /** How many findings are that bad. */
  public long count(Grade grade) {
    return findings.stream().filter(finding -> finding.grade() == grade).count();
  }
}
