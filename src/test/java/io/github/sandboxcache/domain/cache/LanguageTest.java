package io.github.sandboxcache.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Guards which languages the sandbox knows, their order, and that equal names are one language. */
class LanguageTest {
  @Test
  void theSandboxKnowsSevenLanguagesInThisOrder() {
    assertThat(Language.KNOWN)
        .extracting(Language::name)
        .containsExactly("python", "typescript", "javascript", "go", "rust", "bash", "ruby");
  }

  @Test
  void anyOtherWellFormedNameIsALanguageTheSandboxDoesNotKnow() {
    assertThat(new Language("zig").isKnown()).isFalse();
    assertThat(new Language("ruby").isKnown()).isTrue();
  }

  @Property
  void knownLanguagesComeFirstInTheirOrderAndTheOthersByName(
      @ForAll("languages") List<Language> given) {
    List<Language> sorted = new ArrayList<>(given);
    Collections.sort(sorted);
    List<Language> expected = new ArrayList<>();
    for (String known :
        List.of("python", "typescript", "javascript", "go", "rust", "bash", "ruby")) {
      given.stream().filter(language -> language.name().equals(known)).forEach(expected::add);
    }
    given.stream()
        .filter(language -> !expected.contains(language))
        .map(Language::name)
        .sorted()
        .forEach(name -> expected.add(new Language(name)));
    assertThat(sorted).isEqualTo(expected);
  }

  @Property
  void languagesAreEqualAsTheirNamesAre(
      @ForAll("language") Language one, @ForAll("language") Language other) {
    boolean same = one.name().equals(other.name());
    assertThat(one.equals(other)).isEqualTo(same);
    assertThat(one.compareTo(other) == 0).isEqualTo(same);
    if (same) {
      assertThat(one).hasSameHashCodeAs(other);
    }
  }

  @Provide
  Arbitrary<Language> language() {
    return Arbitraries.of("python", "go", "ruby", "perl", "zig", "ada", "c++", "bash")
        .map(Language::new);
  }

  @Provide
  Arbitrary<List<Language>> languages() {
    return language().list().ofMaxSize(12);
  }

  @Test
  void aNameMayFillARepositoryToItsLastCharacter() {
    assertThat(Language.parse("a".repeat(243))).isPresent();
    assertThat(Language.parse("a".repeat(244))).isEmpty();
  }

  @Test
  void languagesFallIntoDifferentPlacesOfAHashTable() {
    assertThat(Language.KNOWN.stream().map(Language::hashCode).distinct())
        .hasSizeGreaterThan(Language.KNOWN.size() / 2);
  }
}
