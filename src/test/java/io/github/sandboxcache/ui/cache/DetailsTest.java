package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayeredImage;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TeamCache;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.service.Inspection;
import io.github.sandboxcache.ui.app.TestContents;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.CompareView.Side;
import io.github.sandboxcache.ui.cache.Details.Line;
import io.github.sandboxcache.ui.cache.Details.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pane says of an image is what its layers, labels and contents bear out. */
class DetailsTest {
  private static final String NUMPY = "mcp-sandbox-python:aaaaaaaaaaaa";
  private static final String PANDAS = "mcp-sandbox-python:bbbbbbbbbbbb";

  private final UiTexts texts = UiTexts.load("ui");
  private final List<EngineImage> images = new ArrayList<>();
  private final List<LayeredImage> layered = new ArrayList<>();

  @BeforeEach
  void aBaseAndTwoImagesOnIt() {
    add("base", Map.of(), List.of("python:3.11-slim"), "os", "python");
    add("numpy", Map.of(), List.of(NUMPY), "os", "python", "numpy");
    add("pandas", Map.of("a", "b\nc"), List.of(PANDAS), "os", "python", "numpy", "pandas");
  }

  /** Each layer takes ten times the bytes of the one below it. */
  private void add(
      String id, Map<String, String> labels, List<String> references, String... diffIds) {
    long[] sizes = {1000, 10_000, 100_000, 1_000_000};
    OptionalLong size =
        OptionalLong.of(IntStream.range(0, diffIds.length).mapToLong(i -> sizes[i]).sum());
    images.add(
        new EngineImage(
            id,
            references,
            size,
            OptionalLong.empty(),
            Optional.of(Instant.EPOCH),
            Optional.empty(),
            labels));
    List<ImageLayers.Step> history =
        IntStream.range(0, diffIds.length)
            .mapToObj(
                i -> new ImageLayers.Step(sizes[i], "RUN " + diffIds[i] + "\n", Optional.empty()))
            .toList();
    layered.add(
        new LayeredImage(
            new ImageLayers(id, List.of(diffIds), history, size, OptionalLong.empty()),
            OptionalLong.empty(),
            true));
  }

  private CacheView view() {
    return view(new LayerState.Measured(LayerGraph.of(layered, OptionalLong.empty())));
  }

  private CacheView view(LayerState layers) {
    Catalog catalog =
        Catalog.of(new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER)).with(layers);
    return CacheView.of(
        new CatalogState(catalog, Freshness.CURRENT, Optional.empty(), false),
        new KeepNewest(100),
        Pins.Known.NONE,
        UsageView.EMPTY);
  }

  private Details details(String reference, CacheView view) {
    TableContent content =
        new TableContents(view, TableRequest.DEFAULT, List.of(), "Base", _ -> Optional.empty())
            .content();
    return Details.of(content.find(reference).orElseThrow(), view, texts).orElseThrow();
  }

  private static CachedImage cached(String reference, CacheView view) {
    return view.state().catalog().cached().stream()
        .filter(image -> image.engineReference().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sizesAreThoseOfBaseSharedAndOwnLayers() {
    Details pandas = details(PANDAS, view());

    assertThat(pandas.size().parts())
        .extracting(SizeText.Part::name, SizeText.Part::size)
        .containsExactly(
            tuple("Base, shared with 2 images", "11 kB"),
            tuple("Shared with 1 image", "100 kB"),
            tuple("Own, freed by removal", "1.0 MB"));
    assertThat(pandas.size().total()).isEqualTo("1.1 MB");
  }

  @Test
  void anImageWithAnotherNameIsNotFreedByRemoval() {
    add("twice", Map.of(), List.of("mcp-sandbox-python:cccccccccccc", "mine:1"), "os", "own");

    assertThat(details("mcp-sandbox-python:cccccccccccc", view()).size().parts().getLast().name())
        .isEqualTo("Own, in no other image");
  }

  @Test
  void whileLayersAreMeasuredOnlyTheTotalIsSaid() {
    Details pandas = details(PANDAS, view(LayerState.nothing()));

    assertThat(pandas.size().parts()).isEmpty();
    assertThat(pandas.layers()).isEmpty();
    assertThat(pandas.info()).extracting(InfoLine::value).contains("being looked for");
  }

  @Test
  void layersAreTheNewestFirstAndTheBaseCanBeOne() {
    Details pandas = details(PANDAS, view());

    assertThat(pandas.layers())
        .extracting(LayerRow::title)
        .containsExactly("RUN pandas", "RUN numpy", "RUN python", "RUN os");
    List<LayerRow> folded =
        LayerRow.folded(
            pandas.layers(), pandas.baseName(), pandas.parts().orElseThrow().baseBytes());
    assertThat(folded)
        .extracting(LayerRow::title)
        .containsExactly("RUN pandas", "RUN numpy", "python:3.11-slim");
    assertThat(folded.getLast().layers()).isEqualTo(2);
    assertThat(folded.getLast().size().bytes()).isEqualTo(11_000);
  }

  @Test
  void theChosenLayerNamesItsOtherImagesAndWhatAllOfThemFree() {
    CacheView view = view();
    Details pandas = details(PANDAS, view);
    LayerHolders numpyLayer =
        LayerHolders.of(pandas.image(), Optional.of(pandas.layers().get(1)), view, texts);
    LayerHolders baseLayer =
        LayerHolders.of(pandas.image(), Optional.of(pandas.layers().getLast()), view, texts);

    assertThat(numpyLayer.others())
        .extracting(LayerHolders.Holder::name)
        .containsExactly("aaaaaaaaaaaa");
    assertThat(numpyLayer.alone().orElseThrow().bytes()).isEqualTo(1_000_000);
    assertThat(numpyLayer.together().orElseThrow().bytes()).isEqualTo(1_100_000);
    assertThat(numpyLayer.images()).isEqualTo(2);
    assertThat(baseLayer.others())
        .extracting(LayerHolders.Holder::name)
        .containsExactly("aaaaaaaaaaaa", "python:3.11-slim");
  }

  @Test
  void labelsAreHarmlessAndOursAreMarked() {
    assertThat(details(PANDAS, view()).info())
        .extracting(InfoLine::value)
        .contains("a = b\\u000ac", "python:3.11-slim", PANDAS);
  }

  @Test
  void onlyTheVeryImageThatCameIsSaidToHaveComeFromARegistry() {
    assertThat(details(PANDAS, view().withTeam(cameAs("pandas"))).info())
        .extracting(InfoLine::value)
        .anyMatch(words -> words.startsWith("Pulled from registry.example.com/team on 2 January"))
        .contains("sha256:d");
    assertThat(details(PANDAS, view().withTeam(cameAs("another"))).info())
        .extracting(InfoLine::value)
        .noneMatch(words -> words.startsWith("Pulled"));
  }

  private static TeamCache cameAs(String imageId) {
    RemoteReference there =
        RemoteReference.parse("registry.example.com/team/" + PANDAS).orElseThrow();
    return TeamCache.of(
        List.of(
            new TransferNotes.Pulled(
                "e", imageId, there, "sha256:d", Instant.ofEpochSecond(99999))),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  @Test
  void certaintyIsSaidWithItsReason() {
    CacheView view = view();
    Inspection proven = TestContents.plotting();
    ContentsView known =
        ContentsView.of(
            cached(PANDAS, view), proven.asked(), Optional.of(proven.contents()), texts);
    Inspection guessed = TestContents.older();
    ContentsView guess =
        ContentsView.of(
            cached(PANDAS, view), guessed.asked(), Optional.of(guessed.contents()), texts);

    assertThat(known.marks()).extracting(Mark::text).containsExactly("from log", "proven by key");
    assertThat(known.why()).contains("bbbbbbbbbbbb").contains("5 packages");
    assertThat(known.asked()).isEqualTo(5);
    assertThat(guess.marks())
        .extracting(Mark::text)
        .containsExactly("read from the image", "a guess");
    assertThat(guess.files().orElseThrow().sessionNote()).isEqualTo("3 files, 1.4 MB");
    assertThat(guess.files().orElseThrow().session())
        .extracting(LargePath::line)
        .contains(new Line("/workspace/report.csv", "1.3 MB"));
  }

  @Test
  void whatNobodyHasLookedIntoShowsWhatWasAskedFor() {
    CacheView view = view();
    Optional<AskedPackages> asked = TestContents.plotting().asked();
    ContentsView known = ContentsView.of(cached(PANDAS, view), asked, Optional.empty(), texts);

    assertThat(known.installed()).isFalse();
    assertThat(known.packages()).extracting(PackageRow::name).startsWith("numpy", "pandas");
    assertThat(known.sum()).isEmpty();
    assertThat(known.files()).isEmpty();
  }

  @Test
  void aComparisonSaysWhichIsLargerAndWhatDiffers() {
    CacheView view = view();
    Side first = new Side(cached(NUMPY, view), Optional.of(TestContents.older().contents()));
    Side second = new Side(cached(PANDAS, view), Optional.of(TestContents.plotting().contents()));
    CompareView compared = CompareView.of(first, Optional.of(second), view, texts);

    assertThat(compared.verdict()).isEqualTo("B is 1.0 MB larger");
    assertThat(compared.sameBase()).contains(true);
    assertThat(compared.counts()).extracting(CompareView.Count::number).containsExactly(8, 1, 4, 1);
    assertThat(compared.rows()).extracting(CompareRow::name).startsWith("Removed", "pyarrow");
    assertThat(compared.rows().get(1).share()).isEqualTo(-1);
    assertThat(compared.asText(texts)).contains(NUMPY, PANDAS, "pyarrow  14.0.2 → –  −131 MB");
  }

  @Test
  void withoutContentsNothingIsCompared() {
    CacheView view = view();
    CompareView compared =
        CompareView.of(
            new Side(cached(NUMPY, view), Optional.empty()),
            Optional.of(new Side(cached(PANDAS, view), Optional.empty())),
            view,
            texts);

    assertThat(compared.rows()).isEmpty();
    assertThat(compared.counts()).isEmpty();
    assertThat(compared.first().read()).isFalse();
  }
}
