package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineEvent.ContainerBegan;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.OneWay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which containers count as uses of which images. */
class ContainerUsesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String TAG = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String OTHER_TAG = "mcp-sandbox-go:bbbbbbbbbbbb";

  private final SampleEngine engine =
      new SampleEngine(
          new SampleCache(
              List.of(
                  image("sha256:1", TAG, "team/tools:1"),
                  image("sha256:2", "mcp-sandbox-go:base"),
                  image("sha256:3", OTHER_TAG)),
              List.of()),
          Clock.systemUTC(),
          Duration.ZERO);
  private final FactsInMemory facts = new FactsInMemory();
  private final ContainerUses uses = new ContainerUses(engine, facts, Clock.systemUTC());

  @Test
  void aContainerThatIsCreatedAndStartedInOneGoIsOneUse() {
    engine.begin(life("c", "sha256:1", TAG, Optional.of(NOON.plusSeconds(1))));
    assertThat(uses.catchUp().uses()).isEqualTo(1);
    UsageFact use = facts.all().getFirst();
    assertThat(use.kind()).isEqualTo(FactKind.USED);
    assertThat(use.reference()).hasToString(TAG);
    assertThat(use.time()).isEqualTo(NOON);
    assertThat(use.imageId()).contains("sha256:1");
  }

  /** One address may lead to one engine today and to another tomorrow. */
  @Test
  void aLookAtAnotherEngineAtTheSameAddressIsNoLookAtThisOne() {
    SampleEngine other =
        new SampleEngine(
            new SampleCache(List.of(image("sha256:3", OTHER_TAG)), List.of()),
            Clock.systemUTC(),
            Duration.ZERO);
    other.begin(life("d", "sha256:3", OTHER_TAG, Optional.empty()));
    engine.begin(life("c", "sha256:1", TAG, Optional.empty()));
    String address = "unix:///run/docker.sock";
    assertThat(
            new ContainerUses(OneWay.to(other, address, "b"), facts, Clock.systemUTC())
                .catchUp()
                .uses())
        .isEqualTo(1);
    assertThat(facts.lastLook("id:b")).isPresent();
    assertThat(facts.lastLook("id:a")).isEmpty();
    assertThat(facts.lastLook(address)).isEmpty();
  }

  @Test
  void aLaterStartIsAnotherUse() {
    engine.begin(life("c", "sha256:1", TAG, Optional.of(NOON.plusSeconds(3_600))));
    assertThat(uses.catchUp().uses()).isEqualTo(2);
    assertThat(facts.all())
        .extracting(UsageFact::time)
        .containsExactly(NOON, NOON.plusSeconds(3_600));
  }

  @Test
  void whatAnEventToldIsNotFoundASecondTime() {
    ContainerLife life = life("c", "sha256:1", TAG, Optional.empty());
    engine.begin(life);
    uses.began(new ContainerBegan(life.container(), NOON.plusMillis(3), true));
    assertThat(facts.all()).hasSize(1);
    assertThat(uses.catchUp().uses()).isZero();
  }

  @Test
  void aContainerThatIsGoneBeforeItCanBeLookedAtCountsAllTheSame() {
    EngineContainer gone = new EngineContainer("c", "quick", "", TAG, true, Map.of());
    uses.began(new ContainerBegan(gone, NOON, true));
    uses.began(new ContainerBegan(gone, NOON.plusMillis(80), false));
    assertThat(facts.all())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.reference()).hasToString(TAG);
              assertThat(use.time()).isEqualTo(NOON);
              assertThat(use.imageId()).isEmpty();
            });
  }

  @Test
  void aContainerOfTheImageByIdOrForeignTagUsesTheImage() {
    engine.begin(life("c", "sha256:1", "sha256:1", Optional.empty()));
    engine.begin(life("d", "sha256:1", "team/tools:1", Optional.empty()));
    assertThat(uses.catchUp().uses()).isEqualTo(2);
    assertThat(facts.all()).extracting(use -> use.reference().toString()).containsOnly(TAG);
  }

  @Test
  void theNameAsGivenCountsAlsoWhenTheTagHasMovedSince() {
    engine.begin(life("c", "sha256:3", TAG, Optional.empty()));
    uses.catchUp();
    assertThat(facts.all())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.reference()).hasToString(TAG);
              assertThat(use.imageId()).contains("sha256:3");
            });
  }

  /** As Docker lists a container once the tag that it was made from is another image's. */
  @Test
  void aContainerThatIsListedByTheIdOfItsImageIsAskedForTheNameAsGiven() {
    engine.begin(life("c", "sha256:3", TAG, Optional.empty()));
    EngineContainer listed =
        new EngineContainer("c", "name-c", "sha256:3", "sha256:3", true, Map.of());

    assertThat(uses.catchUp(List.of(listed)).uses()).isEqualTo(1);
    assertThat(facts.all()).extracting(use -> use.reference().toString()).containsExactly(TAG);
  }

  @Test
  void aContainerThatCannotBeLookedAtKeepsNoOtherFromIt() {
    ScriptedEngine scripted = new ScriptedEngine(image("sha256:1", TAG));
    scripted.broken(new EngineContainer("dead", "dead", "sha256:1", TAG, false, Map.of()));
    scripted.live(life("c", "sha256:1", TAG, Optional.empty()));

    ContainerUses.Found found = new ContainerUses(scripted, facts, Clock.systemUTC()).catchUp();

    assertThat(found.uses()).isEqualTo(1);
    assertThat(facts.lastLook(scripted.description().endpoint())).isEmpty();
    assertThat(found.failure())
        .hasValueSatisfying(why -> assertThat(why).hasMessage("layer does not exist"));
  }

  @Test
  void aContainerThatHasNotChangedSinceTheLastLookIsNotAskedForAgain() {
    Instant look = Instant.parse("2026-11-22T15:00:00Z");
    ScriptedEngine scripted = new ScriptedEngine(image("sha256:1", TAG));
    ContainerUses then = new ContainerUses(scripted, facts, Clock.fixed(look, ZoneOffset.UTC));
    scripted.live(life("seen", "sha256:1", TAG, Optional.empty()));
    assertThat(then.catchUp().uses()).isEqualTo(1);

    scripted.broken(container("quiet", look.minusSeconds(3_600)));
    assertThat(then.catchUp().failure()).isEmpty();

    scripted.broken(container("changed", look.minusSeconds(60)));
    assertThat(then.catchUp().failure()).isPresent();
  }

  private static EngineContainer container(String id, Instant unchangedSince) {
    return new EngineContainer(
        id, id, "sha256:1", TAG, false, Map.of(), Optional.of(unchangedSince));
  }

  @Test
  void aNameThatTheImageGotSinceWasNotUsed() {
    engine.begin(life("c", "sha256:1", "sha256:1", Optional.of(NOON.plusSeconds(3_600))));
    assertThat(uses.catchUp().uses()).isEqualTo(2);

    engine.add(image("sha256:1", "mcp-sandbox-go:000000000000", TAG));

    assertThat(uses.catchUp().uses()).isZero();
    assertThat(facts.all()).extracting(use -> use.reference().toString()).containsOnly(TAG);
  }

  @Test
  void aContainerMadeByIdUsesEachNameThatItsImageHas() {
    engine.add(image("sha256:1", TAG, "mcp-sandbox-go:000000000000"));
    engine.begin(life("c", "sha256:1", "sha256:1", Optional.of(NOON.plusSeconds(3_600))));

    assertThat(uses.catchUp().uses()).isEqualTo(4);
    assertThat(uses.catchUp().uses()).isZero();
  }

  @Test
  void theContainerOfAnInstallIsNoUse() {
    Map<String, String> labels =
        Map.of(
            ImageLabels.PREFIX + "install.token", "01234567",
            ImageLabels.PREFIX + "install.host", "here",
            ImageLabels.PREFIX + "install.pid", "7",
            ImageLabels.PREFIX + "install.process-start", NOON.toString(),
            ImageLabels.PREFIX + "install.created", NOON.toString());
    EngineContainer install =
        new EngineContainer(
            "c", "sandbox-cache-install-aaaaaaaaaaaa-01234567", "sha256:1", TAG, true, labels);
    engine.begin(new ContainerLife(install, NOON, Optional.of(NOON)));
    uses.began(new ContainerBegan(install, NOON, true));

    assertThat(uses.catchUp().uses()).isZero();
    assertThat(facts.all()).isEmpty();
  }

  @Test
  void baseImagesAndForeignImagesAreNoUse() {
    engine.begin(life("c", "sha256:2", "mcp-sandbox-go:base", Optional.empty()));
    engine.begin(life("d", "sha256:9", "alpine:3", Optional.empty()));
    assertThat(uses.catchUp().uses()).isZero();
  }

  @Test
  void packagesAreBelievedOnlyWhenTheyGiveTheKey() {
    List<String> packages = List.of("golang.org/x/text");
    CacheReference honest = CacheReference.of(Language.GO, CacheKey.of(Language.GO, packages));
    Map<String, String> labels = ImageLabels.of(Language.GO, packages, "base", "sha256:0", "1");
    engine.begin(life("c", "sha256:3", honest.toString(), labels));
    engine.begin(life("d", "sha256:3", OTHER_TAG, labels));
    uses.catchUp();
    assertThat(facts.all())
        .extracting(UsageFact::packages)
        .containsExactly(Optional.of(packages), Optional.empty());
  }

  private static ContainerLife life(
      String id, String imageId, String image, Map<String, String> labels) {
    return new ContainerLife(
        new EngineContainer(id, "name-" + id, imageId, image, true, labels),
        NOON,
        Optional.empty());
  }

  private static ContainerLife life(
      String id, String imageId, String image, Optional<Instant> started) {
    return new ContainerLife(
        new EngineContainer(id, "name-" + id, imageId, image, true, Map.of()), NOON, started);
  }
}
