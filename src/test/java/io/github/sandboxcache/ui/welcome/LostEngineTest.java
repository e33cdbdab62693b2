package io.github.sandboxcache.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards that of a lost engine is said why it is lost, and how old that is what is still shown. */
class LostEngineTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 15, 30, 0, 0, ZoneId.of("Europe/Berlin"));
  private static final EngineDescription DOCKER =
      new EngineDescription(
          "Docker", "28.5.2", "1.51", "unix:///x.sock", "", ReferenceNaming.DOCKER, false);

  @Test
  void itSaysWhatHappenedInTheEnginesWords() {
    assertThat(lost("Connection refused", "2026-03-04T13:02:10Z").what())
        .isEqualTo("Docker no longer answers: Connection refused");
    assertThat(lost("", "2026-03-04T13:02:10Z").what()).isEqualTo("Docker no longer answers");
  }

  @Test
  void theTimeOfTheLastListIsToldByTheUsersClock() {
    assertThat(lost("", "2026-03-04T13:02:10Z").asOf()).isEqualTo("Images as of 14:02");
    assertThat(lost("", "2026-03-02T13:02:10Z").asOf()).isEqualTo("Images as of 2 Mar, 14:02");
  }

  @Test
  void wordsOfAnEngineAreMadeHarmless() {
    assertThat(lost("gone\u001b[31m\naway", "2026-03-04T13:02:10Z").what())
        .doesNotContain("\u001b", "\n");
  }

  @Test
  void nothingIsSaidWhileItAnswers() {
    assertThat(
            LostEngine.of(
                new EngineStatus.Ready(DOCKER),
                state("2026-03-04T13:02:10Z"),
                NOW,
                UiTexts.load("ui")))
        .isEmpty();
  }

  private static LostEngine lost(String why, String listed) {
    return LostEngine.of(new EngineStatus.Lost(DOCKER, why), state(listed), NOW, UiTexts.load("ui"))
        .orElseThrow();
  }

  private static CatalogState state(String listed) {
    return new CatalogState(
            Catalog.empty(ReferenceNaming.DOCKER),
            Freshness.CURRENT,
            Optional.of(Instant.parse(listed)),
            false)
        .lost("");
  }
}
