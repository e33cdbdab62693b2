package io.github.sandboxcache.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key makes of text that is not well-formed. */
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
}
