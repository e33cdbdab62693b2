package io.github.sandboxcache.catalog;

import static io.github.sandboxcache.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.port.EngineImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Single looks bring a known list to what a full list would say. */
class ImageChangesTest {
  @Test
  void aTagThatMovedLeavesItsOldImage() {
    ImageChanges changes = new ImageChanges(List.of(image("old", "a:1", "a:2")));
    changes.apply("new", Optional.of(image("new", "a:1")));
    assertThat(changes.images())
        .containsExactlyInAnyOrder(image("old", "a:2"), image("new", "a:1"));
  }

  @Test
  void anIdThatIsGoneDropsItsImage() {
    ImageChanges changes = new ImageChanges(List.of(image("1", "a:1"), image("2", "b:1")));
    changes.apply("1", Optional.empty());
    assertThat(changes.images()).containsExactly(image("2", "b:1"));
  }

  @Test
  void aReferenceThatIsGoneLeavesAnImageWithoutNameToBeLookedAt() {
    List<EngineImage> before = List.of(image("1", "a:1"), image("2"));
    ImageChanges changes = new ImageChanges(before);
    changes.apply("a:1", Optional.empty());
    assertThat(changes.unnamed(before)).containsExactly("1");
  }

  @Test
  void whatIsSharedStaysKnownWhenALookDoesNotSay() {
    ImageChanges changes = new ImageChanges(List.of(image("1", "a:1")));
    changes.setSharedBytes(Map.of("1", 40L));
    changes.apply("1", Optional.of(image("1", "a:1", "a:2")));
    changes.replaceAll(List.of(image("1", "a:1", "a:2")));
    assertThat(changes.images().getFirst().sharedBytes()).isEqualTo(OptionalLong.of(40));
  }
}
