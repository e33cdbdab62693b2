package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.checkup.Checkup;
import io.github.sandboxcache.domain.checkup.Finding;
import io.github.sandboxcache.domain.checkup.Grade;
import io.github.sandboxcache.text.FindingText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code doctor}.
 *
 * @param problems how many checks found one
 * @param warnings how many checks found no more than that
 * @param checks every check, in the order in which people read them
 */
record DoctorDocument(long problems, long warnings, List<Check> checks) {
  /**
   * One check.
   *
   * @param check what was looked at, as {@code engine} or {@code engine-disk}
   * @param state {@code ok}, {@code warning}, {@code problem} or {@code unknown}
   * @param found what was found, in words
   * @param advice what to do, in words; null where nothing has to be done
   */
  record Check(String check, String state, String found, @Nullable String advice) {}

  static DoctorDocument of(Checkup checkup, Instant now) {
    return new DoctorDocument(
        checkup.count(Grade.PROBLEM),
        checkup.count(Grade.WARNING),
        checkup.findings().stream().map(finding -> check(finding, now)).toList());
  }

  private static Check check(Finding finding, Instant now) {
    return new Check(
        name(finding.topic()),
        name(finding.grade()),
        FindingText.found(finding, now),
        FindingText.advice(finding).orElse(null));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
