package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.Doubt;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.text.DoubtText;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is not known, so that it cannot be said what a prune could take. Whatever the pins hold,
 * while they cannot be read that is one of them.
 *
 * @param all the doubts; none when something goes or when it is known that nothing does
 * @param why the same in whole sentences; empty when there are none
 */
public record PruneDoubts(Set<Doubt> all, String why) {
  /** Copies the set, so that the record never changes. */
  public PruneDoubts {
    all = Set.copyOf(all);
  }

  /** The doubts about a plan that was made from those images and pins. */
  public static PruneDoubts of(RemovalPlan plan, Pins pins, Catalog catalog) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    doubts.addAll(plan.doubts());
    if (pins instanceof Pins.Unreadable) {
      doubts.add(Doubt.PINS);
    }
    return new PruneDoubts(doubts, DoubtText.full(doubts, pins, catalog.snapshot().containers()));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The first of them in a few words; empty when there are none. */
  public String brief() {
    return all.stream().sorted().findFirst().map(DoubtText::brief).orElse("");
  }
}
