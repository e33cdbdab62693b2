package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a layer's command people see what somebody wrote, in one line that does no harm. */
class LayerCommandTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN /bin/sh -c pip install numpy # buildkit | RUN pip install numpy",
        "/bin/sh -c #(nop)  EXPOSE 80 | EXPOSE 80",
        "/bin/sh -c apt-get update && apt-get install -y curl | RUN apt-get update && apt-get"
            + " install -y curl",
        "COPY /usr/local /usr/local # buildkit | COPY /usr/local /usr/local",
        "sleep infinity | sleep infinity"
      })
  void whatEnginesWrapAroundItIsTakenOff(String createdBy, String shown) {
    assertThat(LayerCommandText.of(createdBy)).isEqualTo(shown);
  }

  @Test
  void buildArgumentsAreNoPartOfTheCommand() {
    assertThat(LayerCommandText.of("RUN |1 VERSION=3 /bin/sh -c make # buildkit"))
        .isEqualTo("RUN make");
  }

  @Test
  void itIsOneHarmlessLine() {
    assertThat(LayerCommandText.of("RUN a\n\t b\u001b[31m\u202e"))
        .isEqualTo("RUN a b\\u001b[31m\\u202e");
    assertThat(LayerCommandText.of("x".repeat(1_000_000))).hasSizeLessThan(500).endsWith("…");
    assertThat(LayerCommandText.of("")).isEmpty();
  }
}
