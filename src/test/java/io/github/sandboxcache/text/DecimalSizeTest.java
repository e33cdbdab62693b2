package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.catalog.TotalSize;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards the design's rule for sizes: units of 1,000, two decimals from a gigabyte on. */
class DecimalSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "4200000, 4.2 MB",
    "9960000, 10 MB",
    "214000000, 214 MB",
    "999499999, 999 MB",
    "999500000, 1.00 GB",
    "2830000000, 2.83 GB",
    "9223372036854775807, 9223372.04 TB",
  })
  void usualForm(long bytes, String text) {
    assertThat(DecimalSize.of(bytes)).hasToString(text);
  }

  @Test
  void whatIsNotKnownIsNoNumber() {
    assertThat(DecimalSize.text(OptionalLong.empty())).isEqualTo("not known");
    assertThat(DecimalSize.exact(OptionalLong.empty())).isEqualTo("not known");
    assertThat(DecimalSize.text(OptionalLong.of(0))).isEqualTo("0 B");
    assertThat(DecimalSize.text(new TotalSize(0, 2))).isEqualTo("not known");
    assertThat(DecimalSize.text(new TotalSize(4_200_000, 2)))
        .isEqualTo("4.2 MB + 2 of unknown size");
    assertThat(DecimalSize.summary(new TotalSize(6_100_000_000L, 0))).isEqualTo("6.1 GB");
  }

  @ParameterizedTest
  @CsvSource({"6100000000, 6.1 GB", "214000000, 214 MB", "999990000000, 1.0 TB"})
  void summaryForm(long bytes, String text) {
    assertThat(DecimalSize.summary(bytes)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"'3,412,086,784 bytes', 3412086784", "1 byte, 1", "0 bytes, 0"})
  void exactForm(String text, long bytes) {
    assertThat(DecimalSize.exact(bytes)).isEqualTo(text);
  }

  @Property
  void numberStaysUnderThousandBelowTerabytes(
      @ForAll @LongRange(min = 0, max = 999_994_999_999_999L) long bytes) {
    assertThat(Double.parseDouble(DecimalSize.of(bytes).number())).isLessThan(1000);
  }
}
