package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards how requested packages are split for people. */
class PackageLabelTest {
  @ParameterizedTest
  @CsvSource({
    "numpy, numpy, ''",
    "numpy==2.1.3, numpy, 2.1.3",
    "'uvicorn[standard]==0.32.0', 'uvicorn[standard]', 0.32.0",
    "@types/node@20, @types/node, 20",
    "@types/node, @types/node, ''",
    "golang.org/x/text@v0.14.0, golang.org/x/text, 0.14.0",
    "serde@1.0, serde, 1.0",
    "numpy>=2, numpy>=2, ''",
    "curl=8.5.0-r0, curl, 8.5.0-r0"
  })
  void nameAndVersionStandApart(String requested, String name, String version) {
    assertThat(PackageLabel.of(requested)).isEqualTo(new PackageLabel(name, version));
  }

  @Test
  void aLineNamesTheFirstTwoAndCountsTheRest() {
    assertThat(PackageLabel.line(List.of("numpy==2.1.3", "pandas")))
        .isEqualTo("numpy 2.1.3, pandas");
    assertThat(PackageLabel.line(List.of("a", "b", "c", "d"))).isEqualTo("a, b +2");
  }
}
