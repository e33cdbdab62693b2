package io.github.sandboxcache.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a key is written, and what it makes of text that is not well-formed. */
class CacheKeyFormsTest {
  private static final List<String> NUMPY = List.of("numpy");

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udbff", "\udc00", "\udfff"})
  void aLoneSurrogateInALanguageCountsAsTheReplacementCharacter(String lone) {
    assertThat(CacheKey.of(lone, NUMPY)).isEqualTo(CacheKey.of("\ufffd", NUMPY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud7ff", "\ue000", "?", "\ud83d\udc0d"})
  void otherTextInALanguageCountsAsItStands(String text) {
    assertThat(CacheKey.of(text, NUMPY)).isNotEqualTo(CacheKey.of("\ufffd", NUMPY));
  }

  @Test
  void aKeyIsWrittenAsItsDigits() {
    CacheKey key = new CacheKey("0123456789abcdef".repeat(4));
    assertThat(key).hasToString("0123456789abcdef".repeat(4));
    assertThat(CacheReference.of(Language.GO, key)).hasToString("mcp-sandbox-go:0123456789ab");
  }
}
