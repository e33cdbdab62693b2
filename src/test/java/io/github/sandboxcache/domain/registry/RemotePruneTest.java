package io.github.sandboxcache.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RemoteImage.RemoteLayer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards what each rule removes from a registry, and what no rule ever removes. */
class RemotePruneTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final RegistryAddress TEAM = new RegistryAddress("registry.example.com", "team");
  private static final RemoteLayer BASE = new RemoteLayer("sha256:base", 1000);

  private static RemoteImage image(Language language, int number, Optional<Instant> created) {
    return image(language, number, "sha256:" + language + number, created);
  }

  private static RemoteImage image(
      Language language, int number, String digest, Optional<Instant> created) {
    CacheReference image = new CacheReference(language, "%012x".formatted(number));
    RemoteLayer own = new RemoteLayer("sha256:layer" + language + number, 100);
    return new RemoteImage(
        new RemoteReference(TEAM, image),
        digest,
        List.of(),
        Optional.of(
            new RemoteImage.Content(
                digest, "sha256:config" + digest, List.of(BASE, own), created, Map.of())));
  }

  private static RemoteImage aged(Language language, int days) {
    return image(language, days, Optional.of(NOW.minus(Duration.ofDays(days))));
  }

  private static final RemoteImage PYTHON_1 = aged(Language.PYTHON, 1);
  private static final RemoteImage PYTHON_5 = aged(Language.PYTHON, 5);
  private static final RemoteImage PYTHON_9 = aged(Language.PYTHON, 9);
  private static final RemoteImage GO_30 = aged(Language.GO, 30);
  private static final List<RemoteImage> ALL = List.of(PYTHON_5, GO_30, PYTHON_1, PYTHON_9);

  @Test
  void theNewestOfEachLanguageStay() {
    assertThat(RemotePrune.keepNewest(ALL, 1).removed()).containsExactly(PYTHON_9, PYTHON_5);
    assertThat(RemotePrune.keepNewest(ALL, 0).kept()).isEmpty();
    assertThat(RemotePrune.keepNewest(ALL, 9).removed()).isEmpty();
  }

  @Test
  void whatIsOlderIsRemoved() {
    assertThat(RemotePrune.olderThan(ALL, NOW.minus(Duration.ofDays(7))).removed())
        .containsExactly(GO_30, PYTHON_9);
  }

  @Test
  void theLeastUsedIsRemovedUntilTheRestFitsAndEachLayerCountsOnce() {
    // 1,000 for the base and 100 for each of four.
    RemotePrune plan =
        RemotePrune.within(ALL, 1250, image -> image.equals(GO_30.reference().image()) ? 7 : 0);

    assertThat(plan.removed()).containsExactly(PYTHON_9, PYTHON_5);
    assertThat(plan.freesBytes()).isEqualTo(200);
    assertThat(RemotePrune.within(ALL, 1400, _ -> 0).removed()).isEmpty();
    assertThat(RemotePrune.within(ALL, 0, _ -> 0).freesBytes()).isEqualTo(1400);
  }

  @Test
  void whatHasNoDateStays() {
    RemoteImage undated = image(Language.PYTHON, 77, Optional.empty());

    assertThat(RemotePrune.keepNewest(List.of(undated), 0).removed()).isEmpty();
    assertThat(RemotePrune.olderThan(List.of(undated), NOW).removed()).isEmpty();
    assertThat(RemotePrune.within(List.of(undated), 0, _ -> 0).removed()).isEmpty();
  }

  @Test
  void aManifestWithANameThatStaysStays() {
    RemoteImage old = image(Language.PYTHON, 1, "sha256:same", Optional.of(NOW.minusSeconds(9)));
    RemoteImage recent = image(Language.PYTHON, 2, "sha256:same", Optional.of(NOW));

    assertThat(RemotePrune.keepNewest(List.of(old, recent), 1).removed()).isEmpty();
    assertThat(RemotePrune.keepNewest(List.of(old, recent), 0).removed()).hasSize(2);
  }
}
