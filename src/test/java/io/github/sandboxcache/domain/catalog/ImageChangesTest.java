package io.github.sandboxcache.domain.catalog;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

  @Test
  void whatAListOrALookSaysOfSharedBytesCounts() {
    ImageChanges changes = new ImageChanges(List.of(shared(1, image("1", "a:1"))));
    changes.replaceAll(List.of(shared(2, image("1", "a:1"))));
    assertThat(changes.images()).containsExactly(shared(2, image("1", "a:1")));
    changes.apply("a:1", Optional.of(shared(3, image("1", "a:1"))));
    assertThat(changes.images()).containsExactly(shared(3, image("1", "a:1")));
  }

  @Test
  void sharedBytesAreThoseOfTheImageTheyAreToldOf() {
    ImageChanges changes =
        new ImageChanges(List.of(shared(1, image("1", "a:1")), image("2", "b:1")));
    changes.setSharedBytes(Map.of("2", 7L, "3", 8L));
    assertThat(changes.images())
        .containsExactly(shared(1, image("1", "a:1")), shared(7, image("2", "b:1")));
  }

  @Test
  void aFullListIsAllThatIsLeft() {
    ImageChanges changes = new ImageChanges(List.of(image("1", "a:1"), image("2", "b:1")));
    changes.replaceAll(List.of(image("3", "a:1"), image("2", "c:1")));
    assertThat(changes.images()).containsExactly(image("3", "a:1"), image("2", "c:1"));
  }

  @Test
  void aLookAtAnImageKeepsItsPlaceInTheList() {
    ImageChanges changes = new ImageChanges(List.of(image("1", "a:1"), image("2", "b:1")));
    changes.apply("1", Optional.of(image("1", "a:1", "a:2")));
    assertThat(changes.images()).containsExactly(image("1", "a:1", "a:2"), image("2", "b:1"));
  }

  @Test
  void aNameThatNobodyHadChangesNothing() {
    ImageChanges changes = new ImageChanges(List.of(image("1", "a:1"), image("2")));
    changes.apply("b:1", Optional.empty());
    assertThat(changes.images()).containsExactly(image("1", "a:1"), image("2"));
  }

  @Test
  void onlyWhatLostItsLastNameAndIsStillThereIsToBeLookedAt() {
    List<EngineImage> before =
        List.of(image("lost", "a:1"), image("gone", "b:1"), image("one left", "c:1", "c:2"));
    ImageChanges changes = new ImageChanges(before);
    changes.apply("a:1", Optional.empty());
    changes.apply("gone", Optional.empty());
    changes.apply("c:1", Optional.empty());
    changes.apply("dangling", Optional.of(image("dangling")));
    assertThat(changes.unnamed(before)).containsExactly("lost");
  }

  /** Looking at just what changed, in whatever order, comes to what a full list says. */
  @Property
  void looksAtWhatChangedComeToTheSameAsAFullList(
      @ForAll("engines") List<EngineImage> before,
      @ForAll("engines") List<EngineImage> after,
      @ForAll long seed) {
    List<String> changed = new ArrayList<>(Stream.of("a:1", "a:2", "b:1", "c:1").toList());
    changed.removeIf(name -> owner(before, name).equals(owner(after, name)));
    Stream.of("1", "2", "3", "4")
        .filter(id -> !look(before, id).equals(look(after, id)))
        .forEach(changed::add);
    Collections.shuffle(changed, new Random(seed));

    ImageChanges changes = new ImageChanges(before);
    changed.forEach(name -> changes.apply(name, look(after, name)));
    changes.unnamed(before).forEach(id -> changes.apply(id, look(after, id)));

    assertThat(changes.images()).containsExactlyInAnyOrderElementsOf(after);
  }

  private static Optional<EngineImage> look(List<EngineImage> engine, String name) {
    return engine.stream()
        .filter(image -> image.id().equals(name) || image.references().contains(name))
        .findFirst();
  }

  private static Optional<String> owner(List<EngineImage> engine, String reference) {
    return look(engine, reference).map(EngineImage::id);
  }

  /** Up to four images, among whom the names are shared out. */
  @Provide
  Arbitrary<List<EngineImage>> engines() {
    Arbitrary<List<Integer>> owners = Arbitraries.integers().between(0, 4).list().ofSize(4);
    return Combinators.combine(owners, Arbitraries.of("1", "2", "3", "4").set())
        .as(
            (owner, ids) -> {
              List<String> names = List.of("a:1", "a:2", "b:1", "c:1");
              return ids.stream()
                  .map(
                      id ->
                          image(
                              id,
                              IntStream.range(0, names.size())
                                  .filter(i -> id.equals(String.valueOf(owner.get(i))))
                                  .mapToObj(names::get)
                                  .toArray(String[]::new)))
                  .toList();
            });
  }

  private static EngineImage shared(long bytes, EngineImage image) {
    return image.withSharedBytes(OptionalLong.of(bytes));
  }
}
