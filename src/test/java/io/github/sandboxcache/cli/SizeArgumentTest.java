package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** Sizes are read as they are written, or not at all. */
class SizeArgumentTest {
  @ParameterizedTest
  @CsvSource({
    "42, 42",
    "0B, 0",
    "500MB, 500000000",
    "500M, 500000000",
    "1.5 GiB, 1610612736",
    "2kB, 2000",
    "2KiB, 2048",
    "0.5GB, 500000000",
    "3TB, 3000000000000",
    "1Ti, 1099511627776"
  })
  void aSizeIsItsNumberTimesItsUnit(String text, long bytes) {
    assertThat(SizeArgument.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9300000000GB", "20000000000000GB", "999999999999999TiB"})
  void whatIsBeyondCountingIsTheMost(String text) {
    assertThat(SizeArgument.parse(text)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GB", "-1GB", "1,5GB", "5gb", "5XB", "1e3MB", "٥GB", "5GB ", "1.GB"})
  void whatCanBeMisreadIsRefused(String text) {
    assertThatThrownBy(() -> SizeArgument.parse(text)).isInstanceOf(TypeConversionException.class);
  }

  @Test
  void whereItDecidesWhatIsRemovedTheUnitIsNamed() {
    SizeArgument.WithUnit strict = new SizeArgument.WithUnit();

    assertThat(strict.convert("20GB")).isEqualTo(20_000_000_000L);
    assertThat(strict.convert("20B")).isEqualTo(20);
    assertThatThrownBy(() -> strict.convert("20")).hasMessageContaining("unit");
    assertThatThrownBy(() -> strict.convert("0.5")).hasMessageContaining("unit");
  }
}
