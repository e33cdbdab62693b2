package io.github.sandboxcache.domain.engine;

import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Guards what of an image counts as its own, and that one changed value leaves the others. */
class EngineImageTest {
  private static final EngineImage IMAGE = childOf("0", image("1", "a:1"));

  @Test
  void itsOwnBytesAreThoseThatNoOtherImageHas() {
    assertThat(IMAGE.withSharedBytes(OptionalLong.of(30)).ownBytes()).hasValue(70);
    assertThat(IMAGE.withSharedBytes(OptionalLong.of(100)).ownBytes()).hasValue(0);
  }

  @Test
  void whereSharedBytesAreNotKnownItsOwnAreNotEither() {
    assertThat(IMAGE.ownBytes()).isEmpty();
  }

  /** Engines count shared layers and whole images in different ways. */
  @Test
  void itsOwnBytesAreNeverLessThanNone() {
    assertThat(IMAGE.withSharedBytes(OptionalLong.of(101)).ownBytes()).hasValue(0);
  }

  @Test
  void otherReferencesLeaveTheRestAsItIs() {
    assertThat(IMAGE.withReferences(List.of("b:1")))
        .isEqualTo(childOf("0", image("1", "b:1")))
        .isNotEqualTo(IMAGE);
  }

  @Test
  void sharedBytesLeaveTheRestAsItIs() {
    assertThat(IMAGE.withSharedBytes(OptionalLong.of(1)).withSharedBytes(OptionalLong.empty()))
        .isEqualTo(IMAGE);
  }

  @Test
  void itDoesNotChangeWithTheListItWasMadeOf() {
    List<String> references = new ArrayList<>(List.of("a:1"));
    EngineImage image = IMAGE.withReferences(references);
    references.clear();
    assertThat(image.references()).containsExactly("a:1");
  }
}
