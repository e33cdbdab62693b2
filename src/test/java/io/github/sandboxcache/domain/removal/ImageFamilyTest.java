package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was made from whom, and what images without a name are called. */
class ImageFamilyTest {
  private static ImageFamily family(EngineImage... images) {
    return ImageFamily.of(catalog(images).snapshot());
  }

  private static ImageFamily podmanFamily(EngineImage... images) {
    return ImageFamily.of(new EngineSnapshot(List.of(images), List.of(), ReferenceNaming.PODMAN));
  }

  @Test
  void childrenAreThoseMadeFromAnImageAndNotTheirChildren() {
    EngineImage first = childOf("1", image("2", "a:1"));
    EngineImage second = childOf("1", image("3"));
    ImageFamily family = family(image("1"), first, second, childOf("2", image("4")));

    assertThat(family.children("1")).containsExactly(first, second);
    assertThat(family.children("4")).isEmpty();
  }

  @Test
  void namesAreSortedAndEachIsToldOnce() {
    assertThat(
            family()
                .names(
                    List.of(image("1", "b:1", "c:1"), image("2", "a:1"), image("3", "b:1")),
                    _ -> true))
        .containsExactly("a:1", "b:1");
  }

  @Test
  void oneWithoutANameIsCalledAfterTheNamedOnesMadeFromIt() {
    EngineImage nameless = childOf("1", image("sha256:0123456789abcdef"));
    ImageFamily family =
        family(
            nameless,
            childOf(nameless.id(), image("3", "team/app:1")),
            childOf(nameless.id(), image("4")),
            childOf("4", image("5", "mcp-sandbox-go:aaaaaaaaaaaa")));

    assertThat(family.names(List.of(nameless), _ -> true))
        .containsExactly("mcp-sandbox-go:aaaaaaaaaaaa", "team/app:1");
  }

  @Test
  void withoutAnyNameItIsCalledByTheStartOfItsId() {
    EngineImage nameless = image("sha256:0123456789abcdef");

    assertThat(family(nameless).names(List.of(nameless), _ -> true))
        .containsExactly("0123456789ab");
  }

  @Test
  void aCircleOfParentsThatNoEngineShouldHaveEndsToo() {
    EngineImage one = childOf("2", image("1"));
    EngineImage two = childOf("1", image("2"));

    assertThat(family(one, two).names(List.of(one), _ -> true)).containsExactly("1");
  }

  @Test
  void localNamesAreToldWithoutTheEnginesPrefix() {
    EngineImage ours = image("1", "localhost/mcp-sandbox-go:aaaaaaaaaaaa");

    assertThat(podmanFamily(ours).names(List.of(ours), _ -> true))
        .containsExactly("mcp-sandbox-go:aaaaaaaaaaaa");
  }

  @ParameterizedTest
  @CsvSource({
    "sha256:0123456789abcdef, 0123456789ab",
    "0123456789abcdef, 0123456789ab",
    "sha256:01, 01",
    "01, 01"
  })
  void theStartOfAnIdIsItsFirstTwelveDigits(String id, String start) {
    assertThat(ImageFamily.shortId(id)).isEqualTo(start);
  }
}
