package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineContainer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards which containers are taken for leftovers: a wrong one would be somebody's work. */
class InstallMarkTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CacheReference REFERENCE = new CacheReference(Language.GO, "0123456789ab");
  private static final ContainerOwner SELF = ContainerOwner.self();

  /** A process number was given anew: this process has it, but started later. */
  private static final ContainerOwner DEAD =
      new ContainerOwner(SELF.host(), SELF.pid(), SELF.startedAt().minusSeconds(3600));

  private static final ContainerOwner ELSEWHERE =
      new ContainerOwner("another-host", SELF.pid(), SELF.startedAt().minusSeconds(3600));

  @Test
  void aDeadProcessesContainerIsALeftover() {
    assertThat(leftovers(container(mark(DEAD, NOW)))).containsExactly("c");
  }

  @Test
  void aLivingProcessesContainerIsNone() {
    assertThat(leftovers(container(mark(SELF, NOW)))).isEmpty();
  }

  @Test
  void anotherHostsContainerIsNoneForADay() {
    assertThat(leftovers(container(mark(ELSEWHERE, NOW.minus(Duration.ofHours(23)))))).isEmpty();
    assertThat(leftovers(container(mark(ELSEWHERE, NOW.minus(Duration.ofHours(25))))))
        .containsExactly("c");
  }

  @Test
  void aContainerOfAnyOtherNameIsNoneWhateverItsLabels() {
    InstallMark mark = mark(DEAD, NOW);
    assertThat(leftovers(container("web-1", mark.labels()))).isEmpty();
    assertThat(leftovers(container("sandbox-cache-install-0123456789ab-deadbeef", mark.labels())))
        .as("another token in the name")
        .isEmpty();
  }

  @Test
  void aContainerFromAnImageHasNoMarkSinceACommitErasesIt() {
    InstallMark mark = mark(DEAD, NOW);
    Map<String, String> labels = new HashMap<>(mark.labels());
    labels.putAll(mark.onImage());
    assertThat(leftovers(container(mark.containerName(REFERENCE), labels))).isEmpty();
    assertThat(labels.keySet()).isEqualTo(mark.labels().keySet());
  }

  @Test
  void illegibleLabelsAreNoMark() {
    InstallMark mark = mark(DEAD, NOW);
    for (String label : mark.labels().keySet()) {
      if (!label.endsWith(".host")) {
        Map<String, String> labels = new HashMap<>(mark.labels());
        labels.put(label, "?");
        assertThat(leftovers(container(mark.containerName(REFERENCE), labels))).isEmpty();
      }
    }
  }

  private static InstallMark mark(ContainerOwner owner, Instant createdAt) {
    return new InstallMark("0badcafe", owner, createdAt);
  }

  private static EngineContainer container(InstallMark mark) {
    return container(mark.containerName(REFERENCE), mark.labels());
  }

  private static EngineContainer container(String name, Map<String, String> labels) {
    return new EngineContainer("c", name, "sha256:0", "x", true, labels);
  }

  private static List<String> leftovers(EngineContainer container) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    SampleEngine engine =
        new SampleEngine(new SampleCache(List.of(), List.of(container)), clock, Duration.ZERO);
    List<String> removed = new LeftoverContainers(engine, clock).remove();
    assertThat(engine.containers()).hasSize(1 - removed.size());
    return removed.stream().map(_ -> "c").toList();
  }
}
