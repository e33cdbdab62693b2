package io.github.sandboxcache.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProcessLocks.Held;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.testing.OneWay;
import io.github.sandboxcache.testing.TestLocks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** One engine is one, by whatever way it is reached. */
class EngineLocksTest {
  private static final String SOCKET = "unix:///run/docker.sock";
  private static final String HOST = "ssh://me@there";

  private final ProcessLocks locks = TestLocks.create();
  private final ContainerEngine engine =
      new SampleEngine(new SampleCache(List.of(), List.of()), NoonClock.started(), Duration.ZERO);

  private EngineLocks by(String address, String id) {
    return new EngineLocks(OneWay.to(engine, address, id), locks);
  }

  private EngineLocks byAddressAlone(String address) {
    return new EngineLocks(OneWay.to(engine, address), locks);
  }

  @Test
  void twoWaysToOneEngineExcludeEachOther() {
    Held held = by(SOCKET, "a").tryAcquire("removal", "clear").orElseThrow();
    assertThat(by(HOST, "a").tryAcquire("removal", "prune")).isEmpty();
    assertThat(by(HOST, "a").tryAcquire("transfer", "push")).isPresent();
    held.close();
    assertThat(by(HOST, "a").tryAcquire("removal", "prune")).isPresent();
  }

  @Test
  void differentEnginesDoNotWaitForEachOther() {
    assertThat(by(SOCKET, "a").tryAcquire("removal", "clear")).isPresent();
    assertThat(by(HOST, "b").tryAcquire("removal", "clear")).isPresent();
  }

  @Test
  void whoDoesNotKnowWhichEngineItIsWaitsForThoseOnTheSameWay() {
    Held known = by(SOCKET, "a").tryAcquire("removal", "clear").orElseThrow();
    assertThat(byAddressAlone(SOCKET).tryAcquire("removal", "prune")).isEmpty();
    known.close();
    Held unknown = byAddressAlone(SOCKET).tryAcquire("removal", "prune").orElseThrow();
    assertThat(by(SOCKET, "a").tryAcquire("removal", "clear")).isEmpty();
    unknown.close();
  }

  /** A version of this app that locks by address alone may run beside this one. */
  @Test
  void theLockOfTheAddressIsTheOneThatEarlierVersionsTake() {
    Held earlier = locks.tryAcquire(SOCKET + "\nremoval", "an earlier version").orElseThrow();
    assertThat(by(SOCKET, "a").tryAcquire("removal", "clear")).isEmpty();
    earlier.close();
    assertThat(by(SOCKET, "a").tryAcquire("removal", "clear")).isPresent();
  }

  @Test
  void whoGivesUpInBetweenLeavesNothingLocked() {
    Held held = by(SOCKET, "a").tryAcquire("removal", "clear").orElseThrow();
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(
            () ->
                by(HOST, "a")
                    .acquire(
                        "removal",
                        "prune",
                        holder -> {
                          assertThat(holder).isEqualTo("clear");
                          cancellation.cancel();
                        },
                        cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(by(HOST, "a").tryAcquire("removal", "prune")).isEmpty();
    assertThat(byAddressAlone(HOST).tryAcquire("removal", "prune")).isPresent();
    held.close();
  }

  /** Whoever has it, by whatever ways: never two of one engine or of one address. */
  @Property(tries = 200)
  void neverTwoAtOnce(
      @ForAll @IntRange(max = 2) int oneId,
      @ForAll @IntRange(max = 2) int oneWay,
      @ForAll @IntRange(max = 2) int otherId,
      @ForAll @IntRange(max = 2) int otherWay) {
    ProcessLocks fresh = TestLocks.create();
    EngineLocks one = new EngineLocks(way(oneId, oneWay), fresh);
    EngineLocks other = new EngineLocks(way(otherId, otherWay), fresh);
    try (Held _ = one.tryAcquire("removal", "one").orElseThrow()) {
      boolean same = oneWay == otherWay || (oneId == otherId && oneId > 0);
      Optional<Held> second = other.tryAcquire("removal", "other");
      second.ifPresent(Held::close);
      assertThat(second.isEmpty()).isEqualTo(same);
    }
    assertThat(other.tryAcquire("removal", "other")).isPresent();
  }

  /** An engine without an id where that is 0. */
  private ContainerEngine way(int id, int way) {
    String address = "tcp://host-" + way;
    return id == 0 ? OneWay.to(engine, address) : OneWay.to(engine, address, "id-" + id);
  }
}
