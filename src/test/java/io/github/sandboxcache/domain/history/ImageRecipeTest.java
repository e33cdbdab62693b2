package io.github.sandboxcache.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayeredImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is noted of an image before it is removed. */
class ImageRecipeTest {
  private static EngineImage image(String id, Map<String, String> labels, String reference) {
    return new EngineImage(
        id,
        List.of(reference),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        labels);
  }

  private static ImageRecipe recipe(Map<String, String> labels, boolean layersKnown) {
    EngineImage base = image("base", Map.of(), "python:3");
    EngineImage cached = image("1", labels, "mcp-sandbox-python:0123456789ab");
    Catalog listed =
        Catalog.of(new EngineSnapshot(List.of(base, cached), List.of(), ReferenceNaming.DOCKER));
    LayerGraph graph =
        LayerGraph.of(
            List.of(layered("base", List.of("a")), layered("1", List.of("a", "b"))),
            OptionalLong.empty());
    Catalog catalog = layersKnown ? listed.with(new LayerState.Measured(graph)) : listed;
    return ImageRecipe.of(catalog.cached().getFirst(), catalog);
  }

  private static LayeredImage layered(String id, List<String> layers) {
    return new LayeredImage(
        new ImageLayers(id, layers, List.of(), OptionalLong.empty(), OptionalLong.empty()),
        OptionalLong.empty(),
        true);
  }

  @Test
  void theLabelsSayWhatItWasMadeFrom() {
    ImageRecipe recipe =
        recipe(
            Map.of(ImageLabels.BASE_IMAGE, "python:3.13", ImageLabels.BASE_IMAGE_ID, "older"),
            true);

    assertThat(recipe.baseName()).hasValue("python:3.13");
    assertThat(recipe.baseId()).hasValue("older");
  }

  @Test
  void withoutLabelsItsLayersSayIt() {
    ImageRecipe recipe =
        recipe(Map.of(ImageLabels.BASE_IMAGE, "", ImageLabels.BASE_IMAGE_ID, ""), true);

    assertThat(recipe.baseName()).hasValue("python:3");
    assertThat(recipe.baseId()).hasValue("base");
  }

  @Test
  void whatNothingSaysIsNotKnown() {
    ImageRecipe recipe = recipe(Map.of(), false);

    assertThat(recipe.baseName()).isEmpty();
    assertThat(recipe.baseId()).isEmpty();
    assertThat(recipe.installed()).isEmpty();
  }
}
