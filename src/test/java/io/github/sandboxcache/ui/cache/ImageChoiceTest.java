package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards which images are chosen together. */
class ImageChoiceTest {
  private final ImageChoice two = ImageChoice.NONE.toggled("b", Optional.of("a"));

  @Test
  void theSingleChosenRowIsTheFirstOfSeveral() {
    assertThat(two.keys()).containsExactly("a", "b");
    assertThat(ImageChoice.NONE.toggled("a", Optional.of("a")).keys()).containsExactly("a");
    assertThat(ImageChoice.NONE.toggled("a", Optional.empty()).keys()).containsExactly("a");
  }

  @Test
  void whatIsToggledAgainIsChosenNoLonger() {
    assertThat(two.toggled("a", Optional.of("b")).keys()).containsExactly("b");
    assertThat(two.toggled("a", Optional.of("b")).toggled("b", Optional.of("b")).isEmpty())
        .isTrue();
  }

  @Test
  void aRangeTakesThePlaceOfWhatWasChosenAndKeepsItsAnchor() {
    ImageChoice range = two.range("b", List.of("b", "c", "d")).range("b", List.of("b", "c"));

    assertThat(range.keys()).containsExactly("b", "c");
    assertThat(range.anchor()).contains("b");
  }

  @Test
  void whatIsGoneIsNotChosenAndNothingLeftIsNoChoice() {
    assertThat(two.retained("b"::equals).keys()).containsExactly("b");
    assertThat(two.retained(_ -> false)).isEqualTo(ImageChoice.NONE);
    assertThat(two.retained(_ -> true)).isSameAs(two);
  }
}
