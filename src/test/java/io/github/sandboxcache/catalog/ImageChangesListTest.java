package io.github.sandboxcache.catalog;

import static io.github.sandboxcache.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.port.EngineImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a full list takes away, what it leaves, and which images are left without a name. */
class ImageChangesListTest {
  @Test
  void whatAFullListDoesNotHaveIsGone() {
    ImageChanges changes = new ImageChanges(List.of(image("1", "a:1"), image("2", "b:1")));
    changes.replaceAll(List.of(image("2", "b:1"), image("3", "c:1")));
    assertThat(changes.images()).containsExactly(image("2", "b:1"), image("3", "c:1"));
  }

  @Test
  void whatAListSaysOfSharedBytesCountsForMoreThanWhatWasKnown() {
    ImageChanges changes = new ImageChanges(List.of(image("1", "a:1"), image("2", "b:1")));
    changes.setSharedBytes(Map.of("1", 40L));
    changes.replaceAll(List.of(image("1", "a:1").withSharedBytes(OptionalLong.of(50))));
    assertThat(changes.images())
        .containsExactly(image("1", "a:1").withSharedBytes(OptionalLong.of(50)));
  }

  @Test
  void onlyAnImageThatLostItsLastNameIsToBeLookedAt() {
    List<EngineImage> before =
        List.of(image("gone", "a:1"), image("named", "b:1", "b:2"), image("nameless"));
    ImageChanges changes = new ImageChanges(before);
    changes.apply("gone", Optional.empty());
    changes.apply("b:1", Optional.empty());
    assertThat(changes.unnamed(before)).isEmpty();

    changes.apply("b:2", Optional.empty());
    assertThat(changes.unnamed(before)).containsExactly("named");
  }
}
