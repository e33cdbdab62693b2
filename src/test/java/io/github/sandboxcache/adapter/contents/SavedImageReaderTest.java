package io.github.sandboxcache.adapter.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.contents.OwnLayer;
import io.github.sandboxcache.domain.contents.SizedPath;
import io.github.sandboxcache.domain.contents.WasteKind;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of images, whatever engine saved them. */
class SavedImageReaderTest {
  private static final String PACKAGES = "usr/lib/python3/site-packages/";

  private final TestLayer base =
      new TestLayer().file("bin/sh", 5000).file(PACKAGES + "pip-24.0.dist-info/METADATA", 10);
  private final TestLayer requests =
      new TestLayer()
          .file(
              PACKAGES + "requests-2.31.0.dist-info/METADATA", "Name: requests\nVersion: 2.31.0\n")
          .file(PACKAGES + "requests/api.py", 300)
          .file(PACKAGES + "requests/__pycache__/api.cpython-311.pyc", 200);
  private final TestLayer notes = new TestLayer().file("workspace/notes.txt", "secret");
  private final List<TestLayer> layers = List.of(base, requests, notes);

  @ParameterizedTest
  @EnumSource
  void everyFormOfArchiveTellsTheSameOfOwnLayersAlone(ArchiveForm form) {
    ImageContents contents = SavedImages.read(form.archive(layers), SavedImages.stack(1, layers));

    assertThat(SavedImages.packages(contents)).containsExactly("*requests 2.31.0");
    assertThat(contents.layers())
        .containsExactly(
            new OwnLayer(requests.diffId(), new FileCount(3, 531)),
            new OwnLayer(notes.diffId(), new FileCount(1, 6)));
    assertThat(contents.files().waste())
        .containsOnly(Map.entry(WasteKind.BYTECODE, new FileCount(1, 200)));
    assertThat(contents.files().session().largest())
        .containsExactly(new SizedPath("workspace/notes.txt", 6));
    assertThat(contents.files().tree().count()).isEqualTo(new FileCount(4, 537));
    assertThat(contents.problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theOrderInTheArchiveDoesNotMatter(ArchiveForm form) {
    TestLayer removal = new TestLayer().file(PACKAGES + ".wh.requests-2.31.0.dist-info", 0);
    List<TestLayer> all = List.of(base, requests, removal);

    ImageContents contents =
        SavedImages.read(form.archive(all.reversed()), SavedImages.stack(1, all));

    assertThat(contents.packages()).isEmpty();
    assertThat(contents.layers()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aLayerWithNothingInItIsALayer(ArchiveForm form) {
    List<TestLayer> all = List.of(new TestLayer(), requests, new TestLayer());

    ImageContents contents =
        SavedImages.read(form.archive(all), new LayerStack(ids(all), Set.of(requests.diffId())));

    assertThat(contents.layers()).hasSize(1);
    assertThat(contents.problems()).isEmpty();
  }

  private static List<String> ids(List<TestLayer> layers) {
    return layers.stream().map(TestLayer::diffId).toList();
  }

  @Test
  void whatALaterLayerHidesAsAWholeIsNoPackage() {
    TestLayer hiding = new TestLayer().file(PACKAGES + ".wh..wh..opq", 0);

    assertThat(SavedImages.above(requests, hiding).packages()).isEmpty();
  }

  @Test
  void aLayerHidesNothingOfItsOwn() {
    TestLayer layer =
        new TestLayer()
            .file(PACKAGES + ".wh..wh..opq", 0)
            .file(PACKAGES + "six-1.dist-info/METADATA", "Name: six\nVersion: 1\n");

    assertThat(SavedImages.packages(SavedImages.above(requests, layer))).containsExactly("*six 1");
  }

  @Test
  void aMissingLayerIsAProblem() {
    List<TestLayer> sent = List.of(base, requests);

    ImageContents contents =
        SavedImages.read(ArchiveForm.DOCKER_28.archive(sent), SavedImages.stack(1, layers));

    assertThat(contents.problems()).containsEntry(ContentsProblem.LAYER_MISSING, 1L);
    assertThat(SavedImages.packages(contents)).containsExactly("*requests 2.31.0");
  }

  @Test
  void aLayerPackedByZstdIsAProblem() {
    byte[] packed = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1, 2, 3, 4};
    byte[] archive = new TestLayer().file("blobs/sha256/1", packed).toBytes();

    ImageContents contents = SavedImages.read(archive, SavedImages.stack(0, List.of(notes)));

    assertThat(contents.problems())
        .containsOnlyKeys(ContentsProblem.LAYER_PACKED, ContentsProblem.LAYER_MISSING);
  }

  @ParameterizedTest
  @EnumSource
  void anArchiveThatEndsEarlyIsNoAnswer(ArchiveForm form) {
    byte[] archive = form.archive(layers);
    byte[] half = Arrays.copyOf(archive, 2048);

    assertThatThrownBy(() -> read(half, new Cancellation())).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(new byte[0], new Cancellation())).isInstanceOf(IOException.class);
  }

  @Test
  void aBrokenConnectionIsNoProblemOfTheImage() {
    byte[] archive = ArchiveForm.CONTAINERD.archive(layers);
    InputStream breaking =
        new FilterInputStream(new ByteArrayInputStream(archive, 0, 1700)) {
          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read < 0) {
              throw new IOException("connection reset");
            }
            return read;
          }
        };

    assertThatThrownBy(
            () ->
                new SavedImageReader()
                    .read(breaking, SavedImages.stack(1, layers), _ -> {}, new Cancellation()))
        .hasMessage("connection reset");
  }

  @Test
  void progressEndsWithAllBytes() throws IOException {
    byte[] archive = ArchiveForm.DOCKER_28.archive(layers);
    List<Long> heard = new ArrayList<>();

    ImageContents _ =
        new SavedImageReader()
            .read(
                new ByteArrayInputStream(archive),
                SavedImages.stack(1, layers),
                heard::add,
                new Cancellation());

    assertThat(heard).isSorted().last().isEqualTo((long) archive.length);
  }

  @Test
  void aCancelledReadStops() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(() -> read(ArchiveForm.DOCKER_28.archive(layers), cancellation))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void layersThatBelongToNothingAreLeftOut() {
    ImageContents contents =
        SavedImages.read(
            ArchiveForm.CONTAINERD.archive(layers),
            new LayerStack(List.of(notes.diffId()), Set.of(notes.diffId())));

    assertThat(contents.packages()).isEmpty();
    assertThat(contents.layers()).hasSize(1);
  }

  private ImageContents read(byte[] archive, Cancellation cancellation) throws IOException {
    return new SavedImageReader()
        .read(
            new ByteArrayInputStream(archive), SavedImages.stack(1, layers), _ -> {}, cancellation);
  }
}
