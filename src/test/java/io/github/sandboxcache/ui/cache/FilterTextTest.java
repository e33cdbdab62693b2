package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheFilter.HitWithin;
import io.github.sandboxcache.ui.base.CacheFilter.LikeMissed;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import io.github.sandboxcache.ui.base.CacheFilter.Unused;
import io.github.sandboxcache.ui.base.CacheFilter.WithPackage;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards that a filter's chip says in a few words what is left. */
class FilterTextTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final CacheReference IMAGE = new CacheReference(Language.RUST, "0123456789ab");

  @Test
  void aChipNamesWhatWasClicked() {
    assertThat(chip(new OfLanguage(Language.RUST))).isEqualTo("Rust");
    assertThat(chip(new WithPackage(Language.PYTHON, "numpy"))).isEqualTo("numpy");
    assertThat(chip(new LikeMissed(IMAGE, List.of("axum", "tower@0.5")))).isEqualTo("axum, tower");
    assertThat(chip(new LikeMissed(IMAGE, List.of()))).isEqualTo("0123456789ab");
    assertThat(chip(new Unused())).isEqualTo("No hit in 30\u00a0d");
  }

  @Test
  void aDayOfTheUsersClockIsCalledByItsDate() {
    assertThat(chip(span("2026-03-01T23:00:00Z", "2026-03-02T23:00:00Z"))).isEqualTo("2 Mar");
  }

  @Test
  void aDayOnWhichTheClocksArePutForwardIsADayToo() {
    assertThat(chip(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"))).isEqualTo("29 Mar");
  }

  @Test
  void anythingElseIsCalledFromWhenToWhen() {
    assertThat(chip(span("2026-03-01T23:00:00Z", "2026-03-08T23:00:00Z")))
        .isEqualTo("2 Mar – 8 Mar");
    assertThat(chip(span("2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z")))
        .isEqualTo("2 Mar, 13:00–14:00");
    assertThat(chip(span("2026-03-02T22:00:00Z", "2026-03-02T23:00:00Z")))
        .isEqualTo("2 Mar, 23:00–00:00");
    assertThat(chip(span("2026-03-02T12:00:00Z", "2026-03-03T12:00:00Z")))
        .isEqualTo("2 Mar, 13:00 – 3 Mar, 13:00");
  }

  @Test
  void theSpanOfALanguageIsCalledByBoth() {
    CacheFilter rust =
        new HitWithin(
            Optional.of(Language.RUST),
            Instant.parse("2026-03-01T23:00:00Z"),
            Instant.parse("2026-03-02T23:00:00Z"));

    assertThat(text(rust).chip()).isEqualTo("Rust, 2 Mar");
    assertThat(text(rust).sentence()).isEqualTo("Only images with a hit: Rust, 2 Mar");
    assertThat(text(rust).language()).contains(Language.RUST);
  }

  /** What a package is called comes out of logs. */
  @Test
  void nameThatWouldSteerTheTerminalIsMadeHarmless() {
    assertThat(chip(new WithPackage(Language.PYTHON, "num\u001b[31mpy"))).doesNotContain("\u001b");
  }

  private static CacheFilter span(String start, String end) {
    return new HitWithin(Optional.empty(), Instant.parse(start), Instant.parse(end));
  }

  private static String chip(CacheFilter filter) {
    return text(filter).chip();
  }

  private static FilterText text(CacheFilter filter) {
    return FilterText.of(filter, BERLIN, UiTexts.load("ui"));
  }
}
