package io.github.sandboxcache.domain.catalog;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.at;
import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a catalog picks out of everything an engine lists. */
class CatalogTest {
  @Test
  void foreignAndDanglingImagesAreNotShown() {
    Catalog catalog =
        catalog(
            image("1", "mcp-sandbox-python:0123456789ab"),
            image("2", "my-mcp-sandbox-python:abc"),
            image("3"),
            image("4", "localhost:5000/mcp-sandbox-go:0123456789ab"));
    assertThat(catalog.cached())
        .extracting(CachedImage::engineReference)
        .containsExactly("mcp-sandbox-python:0123456789ab");
    assertThat(catalog.base()).isEmpty();
  }

  @Test
  void anImageIsListedOncePerTagOfOursAndItsBytesCountOnce() {
    Catalog catalog =
        catalog(
            image(
                "1",
                "mcp-sandbox-python:aaaaaaaaaaaa",
                "mcp-sandbox-python:bbbbbbbbbbbb",
                "team/keep:1"));
    assertThat(catalog.cached()).hasSize(2);
    assertThat(TotalSize.of(catalog.cached())).isEqualTo(new TotalSize(100, 0));
  }

  @Test
  void baseImagesAreCountedApart() {
    Catalog catalog =
        catalog(image("1", "mcp-sandbox-python:base", "mcp-sandbox-python:aaaaaaaaaaaa"));
    assertThat(catalog.base()).hasSize(1);
    assertThat(catalog.cached()).hasSize(1);
  }

  @Test
  void containersRunningOrNotShowAtEveryTagOfTheirImage() {
    Catalog catalog =
        catalog(
            List.of(container("job", "1")),
            image("1", "mcp-sandbox-go:aaaaaaaaaaaa", "mcp-sandbox-go:bbbbbbbbbbbb"));
    assertThat(catalog.cached()).allSatisfy(i -> assertThat(i.users().containers()).hasSize(1));
  }

  @Test
  void imagesOfOneSecondAreOrderedByReference() {
    Catalog catalog =
        catalog(
            image("3", "mcp-sandbox-go:cccccccccccc"),
            at(1, image("1", "mcp-sandbox-go:aaaaaaaaaaaa")),
            image("2", "mcp-sandbox-go:bbbbbbbbbbbb"));
    assertThat(catalog.cached()).extracting(i -> i.image().id()).containsExactly("1", "2", "3");
  }

  @Test
  void unknownLanguagesComeAfterTheKnownOnes() {
    Catalog catalog =
        catalog(
            image("1", "mcp-sandbox-perl:aaaaaaaaaaaa"),
            image("2", "mcp-sandbox-ruby:aaaaaaaaaaaa"),
            image("3", "mcp-sandbox-python:aaaaaaaaaaaa"));
    assertThat(catalog.byLanguage().keySet())
        .extracting(Object::toString)
        .containsExactly("python", "ruby", "perl");
  }

  @Test
  void cachedImagesComeByLanguageAndThenNewestFirst() {
    Catalog catalog =
        catalog(
            at(1, image("1", "mcp-sandbox-go:aaaaaaaaaaaa")),
            at(9, image("2", "mcp-sandbox-perl:aaaaaaaaaaaa")),
            at(2, image("3", "mcp-sandbox-python:aaaaaaaaaaaa")),
            at(5, image("4", "mcp-sandbox-go:bbbbbbbbbbbb")),
            at(3, image("5", "mcp-sandbox-python:bbbbbbbbbbbb")));
    assertThat(catalog.cached())
        .extracting(i -> i.image().id())
        .containsExactly("5", "3", "4", "1", "2");
    assertThat(catalog.byLanguage().get(Language.GO))
        .extracting(i -> i.image().id())
        .containsExactly("4", "1");
    assertThat(catalog.cached().getFirst().language()).isEqualTo(Language.PYTHON);
  }

  @Test
  void baseImagesComeByReference() {
    Catalog catalog =
        catalog(
            at(1, image("1", "mcp-sandbox-python:ml")),
            at(3, image("2", "mcp-sandbox-python:base", "mcp-sandbox-go:latest")));
    assertThat(catalog.base())
        .extracting(i -> i.reference().toString())
        .containsExactly(
            "mcp-sandbox-go:latest", "mcp-sandbox-python:base", "mcp-sandbox-python:ml");
  }

  @Test
  void aContainerShowsAtItsImageOnlyBaseImagesIncluded() {
    Catalog catalog =
        catalog(
            List.of(container("job", "1"), container("shell", "3"), container("web", "1")),
            image("1", "mcp-sandbox-go:aaaaaaaaaaaa"),
            image("2", "mcp-sandbox-go:bbbbbbbbbbbb"),
            image("3", "mcp-sandbox-go:base"));
    assertThat(catalog.cached().getFirst().users().containers())
        .extracting(EngineContainer::name)
        .containsExactly("job", "web");
    assertThat(catalog.cached().getLast().users().containers()).isEmpty();
    assertThat(catalog.base().getFirst().users().containers())
        .extracting(EngineContainer::name)
        .containsExactly("shell");
  }

  @Test
  void whoUsesAnImageIsNotKnownWhereTheEngineDoesNotTellItsContainers() {
    EngineSnapshot snapshot =
        new EngineSnapshot(
            List.of(image("1", "mcp-sandbox-go:aaaaaaaaaaaa"), image("2", "mcp-sandbox-go:base")),
            new Containers.Unknown("forbidden"),
            ReferenceNaming.DOCKER);

    Catalog catalog = Catalog.of(snapshot);

    assertThat(catalog.cached()).extracting(CachedImage::users).containsExactly(Users.UNKNOWN);
    assertThat(catalog.base()).extracting(BaseImage::users).containsExactly(Users.UNKNOWN);
  }

  @Test
  void sizesThatAreNotKnownAreCountedApart() {
    EngineImage unknown =
        new EngineImage(
            "2",
            List.of("mcp-sandbox-go:bbbbbbbbbbbb", "mcp-sandbox-go:cccccccccccc"),
            OptionalLong.empty(),
            OptionalLong.of(5),
            Optional.of(NOON),
            Optional.empty(),
            Map.of());

    TotalSize size =
        TotalSize.of(catalog(image("1", "mcp-sandbox-go:aaaaaaaaaaaa"), unknown).cached());

    assertThat(size).isEqualTo(new TotalSize(100, 1));
    assertThat(size.known()).hasValue(100);
    assertThat(new TotalSize(0, 1).known()).isEmpty();
    assertThat(new TotalSize(0, 0).known()).hasValue(0);
  }

  @Test
  void anImageTellsItsPackagesByItsLabel() {
    EngineImage labelled =
        new EngineImage(
            "1",
            List.of("mcp-sandbox-go:aaaaaaaaaaaa"),
            OptionalLong.of(100),
            OptionalLong.empty(),
            Optional.of(NOON),
            Optional.empty(),
            Map.of("io.github.sandboxcache.packages", "[\"b\",\"a\"]"));
    Catalog catalog = catalog(labelled, at(-1, image("2", "mcp-sandbox-go:bbbbbbbbbbbb")));
    assertThat(catalog.cached().getFirst().packages()).contains(List.of("b", "a"));
    assertThat(catalog.cached().getLast().packages()).isEmpty();
  }

  @Test
  void anImageIsFoundByItsWholeReference() {
    Catalog catalog =
        catalog(
            image("1", "mcp-sandbox-go:aaaaaaaaaaaa"), image("2", "mcp-sandbox-go:bbbbbbbbbbbb"));
    assertThat(catalog.find(new CacheReference(Language.GO, "bbbbbbbbbbbb")))
        .hasValueSatisfying(found -> assertThat(found.image().id()).isEqualTo("2"));
    assertThat(catalog.find(new CacheReference(Language.RUST, "bbbbbbbbbbbb"))).isEmpty();
  }

  @Test
  void differentImagesAddUpAndWhatIsNotCachedDoesNotCount() {
    Catalog catalog =
        catalog(
            image("1", "mcp-sandbox-go:aaaaaaaaaaaa"),
            image("2", "mcp-sandbox-go:bbbbbbbbbbbb"),
            image("3", "mcp-sandbox-go:base"),
            image("4", "ubuntu:22.04"));
    assertThat(TotalSize.of(catalog.cached())).isEqualTo(new TotalSize(200, 0));
    assertThat(TotalSize.of(catalog.cached().subList(0, 1))).isEqualTo(new TotalSize(100, 0));
  }

  @Test
  void onPodmanTheReferenceIsShortAndTheEnginesOwnIsKept() {
    EngineImage both =
        image(
            "1",
            "localhost/mcp-sandbox-go:aaaaaaaaaaaa",
            "docker.io/library/mcp-sandbox-go:aaaaaaaaaaaa",
            "quay.io/mcp-sandbox-go:aaaaaaaaaaaa");
    Catalog catalog =
        Catalog.of(new EngineSnapshot(List.of(both), List.of(), ReferenceNaming.PODMAN));
    assertThat(catalog.cached())
        .extracting(i -> i.reference() + " " + i.engineReference())
        .containsExactly(
            "mcp-sandbox-go:aaaaaaaaaaaa docker.io/library/mcp-sandbox-go:aaaaaaaaaaaa",
            "mcp-sandbox-go:aaaaaaaaaaaa localhost/mcp-sandbox-go:aaaaaaaaaaaa");
  }

  @Test
  void anEmptyCatalogKnowsHowItsEngineSpells() {
    Catalog empty = Catalog.empty(ReferenceNaming.PODMAN);
    assertThat(empty.cached()).isEmpty();
    assertThat(empty.base()).isEmpty();
    assertThat(TotalSize.of(empty.cached())).isEqualTo(new TotalSize(0, 0));
    assertThat(empty.snapshot().naming()).isEqualTo(ReferenceNaming.PODMAN);
  }

  @Test
  void aSnapshotWithOtherImagesOrContainersKeepsTheRest() {
    EngineSnapshot snapshot =
        new EngineSnapshot(
            List.of(image("1", "a:1")), List.of(container("job", "1")), ReferenceNaming.PODMAN);
    assertThat(snapshot.withImages(List.of()))
        .isEqualTo(
            new EngineSnapshot(List.of(), List.of(container("job", "1")), ReferenceNaming.PODMAN));
    assertThat(snapshot.withContainers(new Containers.Known(List.of())))
        .isEqualTo(
            new EngineSnapshot(List.of(image("1", "a:1")), List.of(), ReferenceNaming.PODMAN));
  }
}
