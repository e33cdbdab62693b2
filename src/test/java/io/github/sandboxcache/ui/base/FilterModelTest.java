package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.CacheFilter.LikeMissed;
import io.github.sandboxcache.ui.base.CacheFilter.OfLanguage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Guards that one filter counts at a time, and that the second click takes it back. */
class FilterModelTest {
  private static final CacheFilter RUST = new OfLanguage(Language.RUST);
  private static final CacheFilter GO = new OfLanguage(Language.GO);

  private final FilterModel model = new FilterModel();

  @Test
  void theSecondClickOnTheSameTakesItBack() {
    model.toggle(RUST);
    assertThat(model.isChosen(RUST)).isTrue();

    model.toggle(new OfLanguage(Language.RUST));
    assertThat(model.filterProperty().get()).isEmpty();
  }

  @Test
  void aClickOnAnotherComesInsteadOfTheFirst() {
    model.toggle(RUST);
    model.toggle(GO);

    assertThat(model.filterProperty().get()).contains(GO);
    assertThat(model.isChosen(RUST)).isFalse();
  }

  @Test
  void takingTheFilterBackLeavesTheWords() {
    model.typedProperty().set("tokio");
    model.choose(RUST);

    model.clear();
    assertThat(model.typedProperty().get()).isEqualTo("tokio");

    model.choose(RUST);
    model.clearAll();
    assertThat(model.typedProperty().get()).isEmpty();
    assertThat(model.filterProperty().get()).isEmpty();
  }

  /** A chart would lose its mark with every new miss, and its second click would take no effect. */
  @Test
  void aMissedSetIsTheSameFilterAfterItWasMissedOnceMore() {
    model.choose(LikeMissed.of(missed(4)));

    assertThat(model.isChosen(LikeMissed.of(missed(5)))).isTrue();
  }

  private static MissedSet missed(long misses) {
    return new MissedSet(
        new CacheReference(Language.RUST, "0123456789ab"),
        Optional.of(List.of("axum", "tower")),
        misses,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Instant.EPOCH,
        0,
        false);
  }
}
