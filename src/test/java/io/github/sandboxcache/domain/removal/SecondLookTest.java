package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.childOf;
import static io.github.sandboxcache.domain.catalog.Images.container;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which children and parents keep an image at the moment of deletion, whatever the plan said. */
class SecondLookTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";
  private static final String C = "mcp-sandbox-go:cccccccccccc";
  private static final String PARENT = "sha256:0123456789abcdef";

  private final PinStore pins = new PinsInMemory();

  private static CachedImage planned(MeddledEngine engine, String reference) {
    return engine.catalog().cached().stream()
        .filter(image -> image.engineReference().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  private Optional<KeepReason> look(MeddledEngine engine, CachedImage image) {
    return new SecondLook(engine, engine::catalog, pins, _ -> false).reasonToKeep(image);
  }

  private Optional<KeepReason> look(MeddledEngine engine, String reference) {
    return look(engine, planned(engine, reference));
  }

  private static MeddledEngine podman(EngineImage... images) {
    return new MeddledEngine(ReferenceNaming.PODMAN, images);
  }

  @Test
  void aContainerKeepsEachNameOfAnImageThatHasSeveral() {
    MeddledEngine engine = new MeddledEngine(image("1", A, "team/keep:1"), image("2", B));
    engine.put(container("web", "1"));
    engine.put(container("ci", "1"));
    engine.put(container("other", "2"));

    assertThat(look(engine, A)).contains(new KeepReason.InUse(List.of("ci", "web")));
  }

  @Test
  void aChildMadeJustNowKeepsItsParentUntilItIsGone() {
    MeddledEngine engine = new MeddledEngine(image("1", A));
    SecondLook look = new SecondLook(engine, engine::catalog, pins, _ -> false);
    CachedImage parent = planned(engine, A);
    assertThat(look.reasonToKeep(parent)).isEmpty();

    engine.put(childOf("1", image("2", B)));
    assertThat(look.reasonToKeep(parent)).contains(new KeepReason.ParentOf(List.of(B)));

    engine.drop(B);
    assertThat(look.reasonToKeep(parent)).isEmpty();
  }

  @Test
  void aChildThatIsListedButGoneKeepsNothing() {
    MeddledEngine engine = new MeddledEngine(image("1", A), childOf("1", image("2", B)));
    engine.atLook("2", () -> engine.drop(B));

    assertThat(look(engine, A)).isEmpty();
  }

  @Test
  void onPodmanTheLastImageMadeFromAnUntaggedOneStays() {
    assertThat(look(podman(image(PARENT), childOf(PARENT, image("1", A))), A))
        .contains(new KeepReason.LastChildOf("0123456789ab"));
  }

  @Test
  void onPodmanASiblingThatIsThereLetsAnImageGo() {
    EngineImage sibling = childOf(PARENT, image("2", B));
    MeddledEngine engine = podman(image(PARENT), childOf(PARENT, image("1", A)), sibling);
    assertThat(look(engine, A)).isEmpty();

    CachedImage planned = planned(engine, A);
    engine.atLook("2", () -> engine.drop(B));
    assertThat(look(engine, planned)).contains(new KeepReason.LastChildOf("0123456789ab"));
  }

  @Test
  void anImageIsNoLastChildWhereNothingWouldGoWithIt() {
    EngineImage child = childOf(PARENT, image("1", A));
    EngineImage twoNames = childOf(PARENT, image("1", A, C));

    assertThat(look(new MeddledEngine(image(PARENT), child), A)).isEmpty();
    assertThat(look(podman(image(PARENT, "team/parent:1"), child), A)).isEmpty();
    assertThat(look(podman(image(PARENT), twoNames), A)).isEmpty();
    assertThat(look(podman(child), A)).isEmpty();
  }
}
