package io.github.sandboxcache.domain.engine;

import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Guards that one changed value of an image leaves the others. */
class EngineImageTest {
  private static final EngineImage IMAGE = childOf("0", image("1", "a:1"));

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
