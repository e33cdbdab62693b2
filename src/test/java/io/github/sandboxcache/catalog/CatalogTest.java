package io.github.sandboxcache.catalog;

import static io.github.sandboxcache.catalog.Images.at;
import static io.github.sandboxcache.catalog.Images.catalog;
import static io.github.sandboxcache.catalog.Images.container;
import static io.github.sandboxcache.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    assertThat(catalog.sizeBytes()).isEqualTo(100);
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
    assertThat(catalog.cached()).allSatisfy(i -> assertThat(i.usedBy()).hasSize(1));
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
}
