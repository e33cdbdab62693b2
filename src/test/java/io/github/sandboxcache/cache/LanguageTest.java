package io.github.sandboxcache.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names are languages, which of them the sandbox knows, and in what order they stand. */
class LanguageTest {
  private static final List<String> IN_ORDER =
      List.of(
          "python", "typescript", "javascript", "go", "rust", "bash", "ruby", "ada", "perl", "zig");

  @Test
  void knownLanguagesStandInTheirOrderAndTheOthersByNameBehindThem() {
    for (int i = 0; i < IN_ORDER.size(); i++) {
      for (int j = 0; j < IN_ORDER.size(); j++) {
        int order = new Language(IN_ORDER.get(i)).compareTo(new Language(IN_ORDER.get(j)));
        assertThat(Integer.signum(order))
            .as("%s, %s", IN_ORDER.get(i), IN_ORDER.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void anUnknownLanguageIsALanguageButNotAKnownOne() {
    assertThat(Language.parse("perl")).contains(new Language("perl"));
    assertThat(new Language("perl").isKnown()).isFalse();
    assertThat(Language.parse("python")).get().matches(Language::isKnown);
    assertThat(Language.parse("python")).get().hasToString("python");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Python", "3d", "c sharp", "c_sharp", ".net", "python\n"})
  void aNameThatNoRepositoryOfOursHasIsNoLanguage(String name) {
    assertThat(Language.parse(name)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Language(name));
  }

  @Test
  void aNameMayFillARepositoryToItsLastCharacter() {
    assertThat(Language.parse("a".repeat(243))).isPresent();
    assertThat(Language.parse("a".repeat(244))).isEmpty();
  }

  @Test
  void languagesAreEqualWhereTheirNamesAre() {
    assertThat(new Language("go")).isEqualTo(Language.GO).hasSameHashCodeAs(Language.GO);
    assertThat(new Language("go")).isNotEqualTo(Language.RUST).isNotEqualTo("go");
  }

  @Test
  void languagesFallIntoDifferentPlacesOfAHashTable() {
    assertThat(IN_ORDER.stream().map(name -> new Language(name).hashCode()).distinct())
        .hasSizeGreaterThan(IN_ORDER.size() / 2);
  }
}
