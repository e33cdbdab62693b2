package io.github.sandboxcache.domain.removal;

import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static io.github.sandboxcache.domain.catalog.Images.undated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a plan takes nothing, it says what is not known that might let it take something. */
class DoubtTest {
  private static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  private static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";

  @Test
  void pinsThatCannotBeRead() {
    Pins unreadable = new Pins.Unreadable(new PinTrouble(PinTrouble.Kind.DAMAGED, "/p", "x"));
    assertThat(plan(catalog(image("1", A)), 0, unreadable).doubts()).containsExactly(Doubt.PINS);
  }

  @Test
  void aNumberToKeepThatIsNotLegible() {
    RemovalPlan plan = plan(catalog(image("1", A)), KeepNewest.UNKNOWN_COUNT, Pins.Known.NONE);
    assertThat(plan.doubts()).containsExactly(Doubt.NUMBER_TO_KEEP);
  }

  @Test
  void containersThatAreNotListedAndAgesThatAreNotTold() {
    Catalog images = catalog(undated(image("1", A)), image("2", B));
    Catalog catalog =
        Catalog.of(images.snapshot().withContainers(new Containers.Unknown("permission denied")));
    assertThat(plan(catalog, 0, Pins.Known.NONE).doubts())
        .containsExactlyInAnyOrder(Doubt.CONTAINERS, Doubt.AGES);
  }

  @Test
  void aPlanThatTakesSomethingIsInNoDoubt() {
    Catalog catalog = catalog(undated(image("1", A)), image("2", B));
    RemovalPlan plan = plan(catalog, 0, Pins.Known.NONE);
    assertThat(plan.removals()).hasSize(1);
    assertThat(plan.doubts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("knownReasons")
  void whatStaysForAKnownReasonIsNoDoubt(KeepReason reason) {
    assertThat(reason.doubt()).isEmpty();
  }

  static Stream<KeepReason> knownReasons() {
    return Stream.of(
        new KeepReason.InUse(List.of("job")),
        new KeepReason.Pinned(),
        new KeepReason.ParentOf(List.of("child")),
        new KeepReason.LastChildOf("parent"),
        new KeepReason.Newest(3),
        new KeepReason.RecentlyUsed(3),
        new KeepReason.UsedWithin(Duration.ofDays(30)),
        new KeepReason.WithinBudget(1),
        new KeepReason.Excepted(),
        new KeepReason.UsedMeanwhile(),
        new KeepReason.Named(List.of("team/app:1")),
        new KeepReason.BeingSaved(),
        new KeepReason.Changed(),
        new KeepReason.AlreadyGone(),
        new KeepReason.Cancelled());
  }

  @Test
  void aPlanKnowsWhatItsImagesOwnOnceTheyAreMeasured() {
    Catalog catalog = catalog(image("1", A));
    CachedImage cached = catalog.cached().getFirst();
    assertThat(plan(catalog, 0, Pins.Known.NONE).ownBytes(cached))
        .contains(new ByteCount(100, Accuracy.EXACT));
    assertThat(plan(catalog.with(LayerState.nothing()), 0, Pins.Known.NONE).ownBytes(cached))
        .isEmpty();
  }

  @Test
  void ofAnImageThatWasNotMeasuredNoBytesAreTold() {
    CachedImage later = catalog(image("2", B)).cached().getFirst();

    assertThat(plan(catalog(image("1", A)), 0, Pins.Known.NONE).ownBytes(later)).isEmpty();
  }

  private static RemovalPlan plan(Catalog catalog, int keep, Pins pins) {
    return RemovalPlan.of(catalog, new KeepNewest(keep), pins);
  }
}
