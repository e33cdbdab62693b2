package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A search looks inside images that somebody has looked into. */
class SearchQueryTest {
  private static final Catalog LISTED =
      Catalog.of(
          new EngineSnapshot(
              List.of(Images.image("1", "mcp-sandbox-python:0123456789ab")),
              List.of(),
              ReferenceNaming.DOCKER));

  private static boolean finds(String typed, Catalog catalog) {
    return SearchQuery.of(typed).matches(catalog.cached().getFirst());
  }

  @Test
  void whatIsInstalledIsFoundOnceTheImageWasRead() {
    KnownContents inside =
        new KnownContents(
            List.of(
                new InstalledPackage(
                    Ecosystem.PYTHON, "urllib3", "2.5.0", OptionalLong.empty(), false, List.of())),
            Map.of());
    assertThat(finds("URLlib3", LISTED)).isFalse();
    assertThat(finds("URLlib3", LISTED.withPackages(Map.of(), Map.of("1", inside)))).isTrue();
    assertThat(finds("python urllib4", LISTED.withPackages(Map.of(), Map.of("1", inside))))
        .isFalse();
  }
}
