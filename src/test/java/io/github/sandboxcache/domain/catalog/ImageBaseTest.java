package io.github.sandboxcache.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What an image was made from decides what of it is its own. */
class ImageBaseTest {
  private static final String CACHED = "mcp-sandbox-python:0123456789ab";
  private static final String OTHER_CACHED = "mcp-sandbox-python:0123456789ac";

  private final List<EngineImage> images = new ArrayList<>();
  private final Map<String, List<String>> layers = new HashMap<>();

  private EngineImage image(String id, String layersFromBelow, String... references) {
    return image(id, layersFromBelow, Optional.empty(), Map.of(), references);
  }

  private EngineImage image(
      String id,
      String layersFromBelow,
      Optional<String> parent,
      Map<String, String> labels,
      String... references) {
    EngineImage image =
        new EngineImage(
            id,
            List.of(references),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            parent,
            labels);
    images.add(image);
    layers.put(id, layersFromBelow.chars().mapToObj(Character::toString).toList());
    return image;
  }

  private EngineSnapshot snapshot() {
    return new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER);
  }

  private ImageBase base(EngineImage image) {
    return ImageBase.of(image, snapshot(), id -> layers.getOrDefault(id, List.of()));
  }

  private void assertBase(EngineImage image, int layersOfBase, String idOfBase) {
    assertThat(base(image).layers()).isEqualTo(layersOfBase);
    assertThat(base(image).image().map(EngineImage::id).orElse("none")).isEqualTo(idOfBase);
  }

  private static Map<String, String> madeFrom(String name, String id) {
    return Map.of(ImageLabels.BASE_IMAGE, name, ImageLabels.BASE_IMAGE_ID, id);
  }

  @Test
  void theLabelSaysItAlthoughAnotherImageHasMoreOfTheLayers() {
    var _ = image("base", "ab", "python:3");
    var _ = image("larger", "abc", "python:3-mine");
    assertBase(
        image("1", "abcd", Optional.empty(), madeFrom("python:3", "base"), CACHED), 2, "base");
  }

  @Test
  void aLabelThatTheLayersContradictSaysNothing() {
    var _ = image("base", "ab", "python:3");
    var _ = image("lie", "xyz", "python:4");
    assertBase(image("1", "abc", Optional.empty(), madeFrom("python:4", "lie"), CACHED), 2, "base");
  }

  @Test
  void withoutALabelItIsWhatItWasCommittedFromPastWhatSandboxesMade() {
    var _ = image("base", "ab", "python:3");
    var _ = image("orphan", "abc", Optional.of("base"), Map.of("mcp-sandbox", "true"));
    assertBase(image("1", "abcd", Optional.of("orphan"), Map.of(), CACHED), 2, "base");
  }

  @Test
  void whereNoParentIsKnownItIsTheLargestImageOfOthersBelow() {
    var _ = image("small", "a", "debian:12");
    var _ = image("nameless", "ab");
    var _ = image("base", "ab", "python:3");
    var _ = image("cached", "abc", OTHER_CACHED);
    var _ = image("orphan", "abc", Optional.empty(), Map.of("mcp-sandbox", "true"));
    var _ = image("apart", "xb", "node:20");
    assertBase(image("1", "abcd", CACHED), 2, "base");
  }

  @Test
  void anUntaggedImageThatASaveLeftHasABaseAsWell() {
    var _ = image("base", "ab", "python:3");
    assertBase(image("1", "abc", Optional.of("base"), Map.of("mcp-sandbox", "true")), 2, "base");
  }

  @Test
  void whereTheBaseIsGoneItIsWhatCachedImagesHaveInCommon() {
    var _ = image("sister", "abx", OTHER_CACHED);
    assertBase(image("1", "abcd", CACHED), 2, "none");
  }

  @Test
  void whereNothingIsInCommonTheLastLayerIsTheImagesOwn() {
    assertBase(image("1", "abc", CACHED), 2, "none");
    assertBase(image("2", "", CACHED), 0, "none");
  }

  private Optional<Boolean> outdated(EngineImage image) {
    return base(image).outdated(image, snapshot());
  }

  @Test
  void theBaseIsOutdatedOnceItsNameIsAnotherImages() {
    EngineImage image = image("1", "abc", Optional.empty(), madeFrom("python:3", "base"), CACHED);
    assertThat(outdated(image)).as("nothing has the name").isEmpty();
    var _ = image("base", "ab", "python:3");
    assertThat(outdated(image)).contains(false);
    images.removeLast();
    var _ = image("base", "ab", "python:old");
    var _ = image("newer", "ax", "python:3");
    assertThat(outdated(image)).contains(true);
  }

  @Test
  void aNameWithoutATagMeansTheLatest() {
    EngineImage image = image("1", "abc", Optional.empty(), madeFrom("python", "base"), CACHED);
    var _ = image("base", "ab", "python:latest");
    assertThat(outdated(image)).contains(false);
  }

  @Test
  void anImageWithoutLabelsIsOutdatedOnceTheSandboxHasAnotherBase() {
    EngineImage image = image("1", "abc", CACHED);
    var _ = image("base", "ab");
    assertThat(outdated(image)).as("nothing tells").isEmpty();
    var _ = image("other", "ax", "mcp-sandbox-go:base");
    assertThat(outdated(image)).as("that is of another language").isEmpty();
    var _ = image("newer", "ay", "mcp-sandbox-python:base");
    assertThat(outdated(image)).contains(true);
  }

  @Test
  void aBaseThatHasItsNameIsNotOutdated() {
    var _ = image("base", "ab", "python:3");
    EngineImage image = image("1", "abc", CACHED);
    assertThat(outdated(image)).contains(false);
    assertThat(base(image).name(image)).contains("python:3");
  }
}
