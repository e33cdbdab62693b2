package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of foreign reasons, and that they harm nobody. */
class FailureTextTest {
  @ParameterizedTest
  @CsvSource({
    "invalid tag format, invalid tag format",
    "(HTTP code 400) unexpected - invalid tag format , invalid tag format",
    "Failed to commit container: (HTTP code 500) server error - invalid tag format, invalid tag"
        + " format",
    "(HTTP code 500) server error - no space - really, no space - really",
    "HTTP code 500 - x, HTTP code 500 - x"
  })
  void whatTheEngineSaidComesWithoutTheWordsOfItsClient(String reason, String brief) {
    assertThat(FailureText.brief(reason)).contains(brief);
  }

  @Test
  void ofSeveralLinesTheFirstThatSaysSomethingIsBrief() {
    assertThat(FailureText.brief("\n \t\npip: no\nmore")).contains("pip: no");
    assertThat(FailureText.full("\npip: no\n\nmore\n")).isEqualTo("pip: no\nmore");
    assertThat(FailureText.brief(" \n")).isEmpty();
  }

  @Test
  void nothingInItIsInterpretedAndNothingIsEndless() {
    assertThat(FailureText.brief("a\u0007b\u202ec")).contains("a\\u0007b\\u202ec");
    assertThat(FailureText.brief("x".repeat(400)).orElseThrow()).hasSize(64).endsWith("x\u2026");
    assertThat(FailureText.full("x\n".repeat(400)).lines()).hasSize(8);
  }
}
