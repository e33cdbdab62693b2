package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.testing.InLocale;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of saves that failed, and that it blames nobody without proof. */
class SavesTextTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private static FailedSaves saves(long count, String reason) {
    return new FailedSaves(
        Map.of(new CacheReference(Language.PYTHON, "0123456789ab"), count),
        Map.of(),
        Optional.of(NOW.minusSeconds(3_600)),
        Optional.of(reason).filter(why -> !why.isEmpty()),
        false);
  }

  @Test
  void aRefusedTagIsTheFaultOfTheSandbox() {
    FailedSaves saves =
        saves(12, "Failed to commit: (HTTP code 500) server error - invalid tag format ");
    assertThat(SavesText.inWeek(saves))
        .isEqualTo("12 installs in 7 days were not saved: the engine refused the tag.");
    assertThat(SavesText.last(saves, NOW))
        .isEqualTo("12 installs were not saved, last 1 h ago: the engine refused the tag.");
    assertThat(SavesText.help(saves))
        .isEqualTo(
            "The sandbox\u2019s commit is at fault; installs made here are found by its next"
                + " lookup.");
  }

  @Test
  void anyOtherReasonIsQuotedMadeHarmlessAndBlamesNobody() {
    FailedSaves saves = saves(1, "(HTTP code 500) server error - no space\u0007 left ");
    assertThat(SavesText.inWeek(saves))
        .startsWith("1 install in 7 days was not saved: \u201cno space")
        .endsWith("left\u201d.")
        .doesNotContain("\u0007");
    assertThat(SavesText.help(saves)).isEqualTo("Installs made here are found by its next lookup.");
  }

  @Test
  void anUnknownReasonIsNotMadeUp() {
    assertThat(SavesText.inWeek(saves(2, ""))).isEqualTo("2 installs in 7 days were not saved.");
  }

  @Test
  void missesThatNothingFollowsAreToldWithoutAReason() {
    CacheReference other = new CacheReference(Language.GO, "0123456789ab");
    FailedSaves unexplained =
        new FailedSaves(
            Map.of(),
            Map.of(other, 12L),
            Optional.of(NOW.minusSeconds(3_600)),
            Optional.empty(),
            false);
    assertThat(SavesText.inWeek(unexplained))
        .isEqualTo("12 installs in 7 days are not in the cache: why is unknown.");
    assertThat(SavesText.last(unexplained, NOW))
        .isEqualTo("12 installs are not in the cache, last 1 h ago: why is unknown.");
    assertThat(SavesText.help(unexplained))
        .isEqualTo(
            "Nothing tells of a failure. Installs made here are found by the sandbox\u2019s next"
                + " lookup.");
    FailedSaves both =
        new FailedSaves(
            Map.of(other, 2L),
            Map.of(other, 1L),
            Optional.of(NOW),
            Optional.of("invalid tag format"),
            false);
    assertThat(SavesText.inWeek(both))
        .isEqualTo(
            "2 installs in 7 days were not saved: the engine refused the tag. 1 more is not in the"
                + " cache: why is unknown.");
  }

  @Test
  void theSameInGerman() {
    FailedSaves saves = saves(12, "invalid tag format");
    try (InLocale _ = InLocale.of(Locale.GERMANY)) {
      assertThat(SavesText.inWeek(saves))
          .isEqualTo(
              "12 Installationen in 7 Tagen wurden nicht gespeichert: Die Engine lehnte das Tag"
                  + " ab.");
      assertThat(SavesText.help(saves))
          .isEqualTo(
              "Schuld ist der Commit der Sandbox; was hier installiert wird, findet sie beim"
                  + " nächsten Nachsehen.");
    }
  }
}
