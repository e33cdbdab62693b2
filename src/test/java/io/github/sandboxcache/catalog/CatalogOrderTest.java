package io.github.sandboxcache.catalog;

import static io.github.sandboxcache.catalog.Images.catalog;
import static io.github.sandboxcache.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.cache.ReferenceNaming;
import org.junit.jupiter.api.Test;

/** A catalog's order does not depend on the engine's, and an image is found by its reference. */
class CatalogOrderTest {
  @Test
  void baseImagesStandInTheOrderOfTheirReferences() {
    Catalog catalog =
        catalog(
            image("1", "mcp-sandbox-ruby:base"),
            image("2", "mcp-sandbox-go:base", "mcp-sandbox-go:1"),
            image("3", "mcp-sandbox-python:base"));
    assertThat(catalog.base())
        .extracting(base -> base.reference().toString())
        .containsExactly(
            "mcp-sandbox-go:1",
            "mcp-sandbox-go:base",
            "mcp-sandbox-python:base",
            "mcp-sandbox-ruby:base");
  }

  @Test
  void aCachedImageIsFoundByItsReferenceAndNoOther() {
    Catalog catalog =
        catalog(
            image("1", "mcp-sandbox-go:aaaaaaaaaaaa"), image("2", "mcp-sandbox-go:bbbbbbbbbbbb"));
    assertThat(catalog.find(new CacheReference(Language.GO, "bbbbbbbbbbbb")))
        .get()
        .returns("2", found -> found.image().id());
    assertThat(catalog.find(new CacheReference(Language.RUST, "bbbbbbbbbbbb"))).isEmpty();
  }

  @Test
  void anEmptyCatalogHasNothing() {
    Catalog catalog = Catalog.empty(ReferenceNaming.PODMAN);
    assertThat(catalog.cached()).isEmpty();
    assertThat(catalog.sizeBytes()).isZero();
    assertThat(catalog.snapshot().naming()).isEqualTo(ReferenceNaming.PODMAN);
  }
}
