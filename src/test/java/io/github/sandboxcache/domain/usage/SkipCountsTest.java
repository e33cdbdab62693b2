package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of lines that were passed over add up, and survive being written down. */
class SkipCountsTest {
  private static final SkipReason FIRST = SkipReason.NO_TEXT;
  private static final SkipReason SECOND = SkipReason.TOO_LONG;

  @Test
  void countsOfTheSameReasonAddUp() {
    Map<SkipReason, Long> sum = SkipCounts.sum(Map.of(FIRST, 3L), Map.of(FIRST, 1L, SECOND, 5L));

    assertThat(sum).isEqualTo(Map.of(FIRST, 4L, SECOND, 5L));
    assertThat(SkipCounts.lines(sum)).isEqualTo(9);
    assertThat(SkipCounts.lines(Map.of())).isZero();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Map<SkipReason, Long> counts = Map.of(SECOND, 1L, FIRST, 3L);

    String text = SkipCounts.toText(counts);

    assertThat(text).isEqualTo("%s:3,%s:1".formatted(FIRST, SECOND));
    assertThat(SkipCounts.of(text)).isEqualTo(counts);
    assertThat(SkipCounts.toText(Map.of())).isEmpty();
    assertThat(SkipCounts.of("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BROKEN", "OTHER:1", "BROKEN:x", "BROKEN:1,", ","})
  void whatIsNoCountIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SkipCounts.of(text));
  }
}
