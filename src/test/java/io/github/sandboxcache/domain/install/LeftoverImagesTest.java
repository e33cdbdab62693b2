package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards which images are taken for leftovers: a wrong one would be somebody's work. */
class LeftoverImagesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BASE = "sha256:ba5e";
  private static final String ID = "sha256:1";
  private static final EngineImage LEFTOVER = image(NOW.minus(Duration.ofHours(25)), labels());

  private final List<EngineImage> others = new ArrayList<>();
  private final List<EngineContainer> containers = new ArrayList<>();

  @Test
  void whatAKilledInstallCommittedAndDidNotNameIsALeftover() {
    others.add(named("sha256:9", "mcp-sandbox-go:0123456789ab"));
    containers.add(container("sha256:9"));

    assertThat(isRemoved(LEFTOVER)).isTrue();
  }

  @Test
  void whatAnInstallMayBeNamingThisMomentIsNone() {
    assertThat(isRemoved(image(NOW.minus(Duration.ofHours(23)), labels()))).isFalse();
    assertThat(isRemoved(image(NOW.plus(Duration.ofHours(1)), labels())))
        .as("of an engine whose clock is ahead")
        .isFalse();
  }

  @Test
  void whatHasANameIsNoneWhateverTheName() {
    assertThat(isRemoved(LEFTOVER.withReferences(List.of("team/keep:1")))).isFalse();
    assertThat(isRemoved(LEFTOVER.withReferences(List.of("mcp-sandbox-go:0123456789ab"))))
        .isFalse();
  }

  /** Another image took its name; somebody may still know it by its id. */
  @Test
  void whatHadANameIsNone() {
    SampleEngine engine = engine(LEFTOVER.withReferences(List.of("mcp-sandbox-go:0123456789ab")));
    engine.add(LEFTOVER);

    assertThat(remove(engine)).isEmpty();
    assertThat(engine.image(ID)).isPresent();
  }

  @Test
  void whatAnImageWasMadeFromIsNone() {
    others.add(
        new EngineImage(
            "sha256:2",
            List.of(),
            OptionalLong.of(1),
            OptionalLong.empty(),
            Optional.of(NOW),
            Optional.of(ID),
            Map.of()));

    assertThat(isRemoved(LEFTOVER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {ID, ""})
  void whatAContainerUsesOrMayUseIsNone(String imageId) {
    containers.add(container(imageId));

    assertThat(isRemoved(LEFTOVER)).isFalse();
  }

  /** A build on a cached image, say, has some of its labels. */
  @Test
  void whatLacksALabelOfACommitOrHasAnotherValueIsNone() {
    for (String label : labels().keySet()) {
      if (label.equals(ImageLabels.VERSION) || label.equals(ImageLabels.BASE_IMAGE)) {
        continue;
      }
      Map<String, String> without = new HashMap<>(labels());
      without.remove(label);
      assertThat(isRemoved(image(old(), without))).as("without " + label).isFalse();
      Map<String, String> other = new HashMap<>(labels());
      other.put(label, "?!");
      assertThat(isRemoved(image(old(), other))).as(label).isFalse();
    }
  }

  @Test
  void whatHasNoDateOrNoParentIsNone() {
    assertThat(isRemoved(image(Optional.empty(), Optional.of(BASE), labels()))).isFalse();
    assertThat(isRemoved(image(Optional.of(old()), Optional.empty(), labels())))
        .as("loaded from a file, say")
        .isFalse();
  }

  private boolean isRemoved(EngineImage image) {
    SampleEngine engine = engine(image);
    boolean removed = remove(engine).contains(ID);
    assertThat(engine.image(ID).isEmpty()).isEqualTo(removed);
    assertThat(engine.images()).containsAll(others);
    return removed;
  }

  private SampleEngine engine(EngineImage image) {
    List<EngineImage> all = Stream.concat(others.stream(), Stream.of(image)).toList();
    return new SampleEngine(new SampleCache(all, containers), clock(), Duration.ZERO);
  }

  private static Set<String> remove(SampleEngine engine) {
    return new LeftoverImages(engine, clock()).remove(engine.images(), engine.containers());
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static Instant old() {
    return NOW.minus(Duration.ofDays(30));
  }

  private static Map<String, String> labels() {
    Map<String, String> labels =
        new HashMap<>(new InstallMark("0badcafe", ContainerOwner.self(), NOW).onImage());
    labels.putAll(ImageLabels.of(Language.GO, List.of("example.com/a"), "golang:1", BASE, "1"));
    return labels;
  }

  private static EngineImage image(Instant made, Map<String, String> labels) {
    return image(Optional.of(made), Optional.of(BASE), labels);
  }

  private static EngineImage image(
      Optional<Instant> made, Optional<String> parent, Map<String, String> labels) {
    return new EngineImage(
        ID, List.of(), OptionalLong.of(1), OptionalLong.empty(), made, parent, labels);
  }

  private static EngineImage named(String id, String name) {
    return new EngineImage(
        id,
        List.of(name),
        OptionalLong.of(1),
        OptionalLong.empty(),
        Optional.of(old()),
        Optional.of(BASE),
        labels());
  }

  private static EngineContainer container(String imageId) {
    return new EngineContainer("c", "web-1", imageId, "x", false, Map.of());
  }
}
