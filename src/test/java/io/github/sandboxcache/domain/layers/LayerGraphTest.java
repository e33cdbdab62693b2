package io.github.sandboxcache.domain.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What images share, and what their removal frees, by what engines say of them. */
class LayerGraphTest {
  private static final OptionalLong NOT_TOLD = OptionalLong.empty();

  @Test
  void twoImagesOnOneBaseOwnWhatIsAboveIt() {
    LayerGraph graph =
        LayerGraph.of(
            List.of(
                image("base", List.of("os"), 100),
                image("numpy", List.of("os", "numpy"), 100, 20),
                image("pandas", List.of("os", "pandas"), 100, 30)),
            NOT_TOLD);

    assertThat(graph.ownBytes("numpy")).isEqualTo(exactly(20));
    assertThat(graph.freedBy(Set.of("numpy", "pandas"))).isEqualTo(exactly(50));
    assertThat(graph.onDisk(Set.of("numpy", "pandas"))).isEqualTo(exactly(150));
    assertThat(graph.beneath(Set.of("numpy", "pandas"), Set.of("base"))).isEqualTo(exactly(100));
  }

  @Test
  void imagesTogetherFreeMoreThanTheirOwnBytesAddedUp() {
    LayerGraph graph =
        LayerGraph.of(
            List.of(
                image("numpy", List.of("os", "numpy"), 100, 20),
                image("pandas", List.of("os", "numpy", "pandas"), 100, 20, 30)),
            NOT_TOLD);

    assertThat(graph.ownBytes("numpy")).isEqualTo(exactly(0));
    assertThat(graph.ownBytes("pandas")).isEqualTo(exactly(30));
    assertThat(graph.freedBy(Set.of("numpy", "pandas"))).isEqualTo(exactly(150));
  }

  @Test
  void theSameLayerOverAnotherOneCountsAgain() {
    LayerGraph graph =
        LayerGraph.of(
            List.of(image("a", List.of("os", "x"), 100, 20), image("b", List.of("x"), 20)),
            NOT_TOLD);

    assertThat(graph.onDisk(Set.of("a", "b"))).isEqualTo(exactly(140));
    assertThat(graph.ownBytes("b")).isEqualTo(exactly(20));
  }

  @Test
  void anEmptyLayerIsToldFromAStepWithoutOneByWhatTheOtherImageShares() {
    // Either the layer "empty" is the step of 0 bytes and is shared, or the one of 80 is.
    LayeredImage one = image("one", List.of("os", "x", "own"), 100, 0, 80, 0);
    LayeredImage other = image("other", List.of("os", "x", "more"), 100, 0, 80, 0, 7);

    assertThat(LayerGraph.of(List.of(one), NOT_TOLD).ownBytes("one")).isEqualTo(exactly(180));
    // Of three layers and steps of 100, 0, 80 and 0 bytes nothing but the engine's total decides.
    LayeredImage twin = image("twin", List.of("os", "x", "twin"), 100, 0, 80, 0);
    ByteCount open = LayerGraph.of(List.of(one, twin), NOT_TOLD).ownBytes("one");
    assertThat(open.accuracy()).isEqualTo(Accuracy.AMBIGUOUS);
    assertThat(LayerGraph.of(List.of(one, twin), OptionalLong.of(260)).ownBytes("one"))
        .isEqualTo(exactly(80));
    assertThat(LayerGraph.of(List.of(one, twin), OptionalLong.of(180)).ownBytes("one"))
        .isEqualTo(exactly(0));
    assertThat(LayerGraph.of(List.of(one, other), NOT_TOLD).ownBytes("other"))
        .as("the steps of the other image leave one reading")
        .isEqualTo(exactly(7));
  }

  @Test
  void whatTheEngineSaysIsSharedDecides() {
    LayeredImage one = image("one", List.of("os", "x", "own"), 100, 0, 80, 0);
    LayeredImage twin = sharing(image("twin", List.of("os", "x", "twin"), 100, 0, 80, 0), 100);

    assertThat(LayerGraph.of(List.of(one, twin), NOT_TOLD).ownBytes("one")).isEqualTo(exactly(80));
  }

  @Test
  void aNamelessParentThatTheEngineLeavesOutDoesNotShiftWhatIsShared() {
    LayeredImage parent =
        new LayeredImage(image("parent", List.of("os", "a"), 100, 5).layers(), NOT_TOLD, false);
    LayeredImage base = image("base", List.of("os"), 100);
    LayeredImage child = sharing(image("child", List.of("os", "a", "b"), 100, 5, 9), 100);

    LayerGraph graph = LayerGraph.of(List.of(parent, base, child), NOT_TOLD);

    assertThat(graph.ownBytes("child")).as("the parent stays").isEqualTo(exactly(9));
  }

  @Test
  void anImageWithoutHistoryTakesTheRestOfItsSize() {
    LayeredImage base = image("base", List.of("os"), 100);
    LayeredImage loaded = withSize(image("loaded", List.of("os", "x", "y")), 130);

    LayerGraph graph = LayerGraph.of(List.of(base, loaded), NOT_TOLD);

    assertThat(graph.ownBytes("loaded")).isEqualTo(exactly(30));
    assertThat(graph.layers("loaded").getLast().size().accuracy())
        .as("its two own layers each")
        .isEqualTo(Accuracy.UNKNOWN);
  }

  @Test
  void aHistoryThatContradictsTheImagesSizeIsNotBelieved() {
    LayeredImage lying = withSize(image("lying", List.of("os", "x"), 1, 2), 500);

    assertThat(LayerGraph.of(List.of(lying), NOT_TOLD).ownBytes("lying")).isEqualTo(exactly(500));
  }

  @Test
  void compressedLayersCountWhereTheEngineKeepsThemAndAreAboutRight() {
    LayeredImage base = compressed(image("base", List.of("os"), 100), 40);
    LayeredImage numpy = compressed(image("numpy", List.of("os", "numpy"), 100, 20), 46);

    ByteCount own = LayerGraph.of(List.of(base, numpy), NOT_TOLD).ownBytes("numpy");

    assertThat(own).isEqualTo(new ByteCount(20 + 6, Accuracy.ESTIMATED));
  }

  @Test
  void whereNoImageEndsCompressedBytesAreSplitByTheUnpackedOnes() {
    LayeredImage one = compressed(image("one", List.of("os", "a"), 100, 100), 50);
    LayeredImage other = compressed(image("other", List.of("os", "b"), 100, 300), 100);

    LayerGraph graph = LayerGraph.of(List.of(one, other), NOT_TOLD);

    assertThat(graph.ownBytes("one").bytes()).isEqualTo(100 + 25);
    assertThat(graph.ownBytes("other").bytes()).isEqualTo(300 + 75);
  }

  @Test
  void whatTheEngineDoesNotCountIsAboutRight() {
    LayeredImage uncounted = with(image("one", List.of("os", "a"), 100, 7), NOT_TOLD, NOT_TOLD);

    assertThat(LayerGraph.of(List.of(uncounted), NOT_TOLD).ownBytes("one"))
        .isEqualTo(new ByteCount(107, Accuracy.ESTIMATED));
  }

  @Test
  void ofAnImageWithNeitherSizeNorHistoryNothingIsKnown() {
    LayeredImage silent = with(image("silent", List.of("os", "a")), NOT_TOLD, NOT_TOLD);

    LayerGraph graph = LayerGraph.of(List.of(silent, image("base", List.of("os"), 100)), NOT_TOLD);

    assertThat(graph.ownBytes("silent").known()).isFalse();
    assertThat(graph.onDisk(Set.of("silent", "base")).known()).isFalse();
    assertThat(graph.onDisk(Set.of("base"))).isEqualTo(exactly(100));
  }

  @Test
  void whatIsKnownOfALayerStaysKnownWhenImagesChange() {
    LayeredImage one = image("one", List.of("os", "x", "own"), 100, 0, 80, 0);
    LayeredImage twin = image("twin", List.of("os", "x", "twin"), 100, 0, 80, 0);
    LayeredImage third = image("third", List.of("os", "x", "third"), 100, 0, 80, 0);

    LayerGraph counted = LayerGraph.of(List.of(one, twin), OptionalLong.of(260));

    assertThat(counted.with(List.of(one, third), NOT_TOLD).ownBytes("third"))
        .isEqualTo(exactly(80));
    assertThat(counted.settled()).isTrue();
    assertThat(LayerGraph.of(List.of(one, twin), NOT_TOLD).settled()).isFalse();
  }

  @Test
  void eachLayerSaysWhatMadeItAndHowManyImagesHaveIt() {
    Instant noon = Instant.parse("2026-11-01T12:00:00Z");
    ImageLayers.Step run = new ImageLayers.Step(20, "pip install numpy", Optional.of(noon));
    ImageLayers numpy =
        new ImageLayers(
            "numpy",
            List.of("os", "numpy"),
            List.of(LayerWorld.step(100), LayerWorld.step(0), run),
            OptionalLong.of(120),
            NOT_TOLD);

    LayerGraph graph =
        LayerGraph.of(
            List.of(new LayeredImage(numpy, NOT_TOLD, true), image("base", List.of("os"), 100)),
            NOT_TOLD);

    assertThat(graph.layers("numpy"))
        .containsExactly(
            new Layer("os", exactly(100), List.of("base", "numpy"), "", Optional.empty()),
            new Layer(
                "numpy", exactly(20), List.of("numpy"), "pip install numpy", Optional.of(noon)));
    assertThat(graph.bytes("numpy", 0, 1)).isEqualTo(exactly(100));
    assertThat(graph.bytes("numpy", 1, 2)).isEqualTo(exactly(20));
  }

  @Test
  void anImageThatIsNotInItHasNothing() {
    LayerGraph graph = LayerGraph.of(List.of(), NOT_TOLD);

    assertThat(graph.knows("gone")).isFalse();
    assertThat(graph.ownBytes("gone")).isEqualTo(ByteCount.ZERO);
    assertThat(graph.layers("gone")).isEmpty();
  }

  @Test
  void thousandsOfEmptyStepsAndLayersDoNotMakeItSearchForEver() {
    Random random = new Random(1);
    List<LayeredImage> images =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    image(
                        "image" + i,
                        IntStream.range(0, 100)
                            .mapToObj(layer -> layer < 50 ? "layer" + layer : i + "layer" + layer)
                            .toList(),
                        LongStream.range(0, 200).map(step -> step % 4 == 0 ? 1 : 0).toArray()))
            .toList();

    LayerGraph graph = LayerGraph.of(images, OptionalLong.of(random.nextInt(3000)));

    assertThat(graph.onDisk(Set.of("image0")).bytes()).isEqualTo(50);
  }

  private static LayeredImage image(String id, List<String> diffIds, long... steps) {
    List<ImageLayers.Step> history = LongStream.of(steps).mapToObj(LayerWorld::step).toList();
    return new LayeredImage(
        new ImageLayers(
            id, diffIds, history, OptionalLong.of(LongStream.of(steps).sum()), NOT_TOLD),
        NOT_TOLD,
        true);
  }

  private static LayeredImage withSize(LayeredImage image, long bytes) {
    return with(image, OptionalLong.of(bytes), NOT_TOLD);
  }

  private static LayeredImage sharing(LayeredImage image, long bytes) {
    return new LayeredImage(image.layers(), OptionalLong.of(bytes), true);
  }

  private static LayeredImage compressed(LayeredImage image, long bytes) {
    return with(image, NOT_TOLD, OptionalLong.of(bytes));
  }

  private static LayeredImage with(
      LayeredImage image, OptionalLong unpackedBytes, OptionalLong contentBytes) {
    ImageLayers layers = image.layers();
    return new LayeredImage(
        new ImageLayers(
            layers.imageId(), layers.diffIds(), layers.history(), unpackedBytes, contentBytes),
        NOT_TOLD,
        true);
  }

  private static ByteCount exactly(long bytes) {
    return new ByteCount(bytes, Accuracy.EXACT);
  }
}
