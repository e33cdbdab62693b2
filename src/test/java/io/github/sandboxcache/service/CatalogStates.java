package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The states that a live catalog tells, in order, to be waited for. */
final class CatalogStates implements Consumer<CatalogState> {
  private final BlockingQueue<CatalogState> states = new LinkedBlockingQueue<>();
  private final boolean alsoLayers;
  private Optional<CatalogState> last = Optional.empty();

  private CatalogStates(boolean alsoLayers) {
    this.alsoLayers = alsoLayers;
  }

  /** Those in which more is new than what is known of layers. */
  static CatalogStates ofImages() {
    return new CatalogStates(false);
  }

  /** All of them. */
  static CatalogStates all() {
    return new CatalogStates(true);
  }

  @Override
  public void accept(CatalogState state) {
    if (alsoLayers || last.isEmpty() || !onlyLayersChanged(last.get(), state)) {
      states.add(state);
    }
    last = Optional.of(state);
  }

  private static boolean onlyLayersChanged(CatalogState before, CatalogState after) {
    return !before.equals(after)
        && before.equals(after.with(after.catalog().with(before.catalog().layers())));
  }

  /** The next state of that kind; those before it are passed over. */
  CatalogState await(Predicate<CatalogState> wanted) throws InterruptedException {
    CatalogState state = next();
    while (!wanted.test(state)) {
      state = next();
    }
    return state;
  }

  /** The next state; a minute without one is a failure. */
  CatalogState next() throws InterruptedException {
    CatalogState state = states.poll(1, TimeUnit.MINUTES);
    assertThat(state).as("a state of the catalog").isNotNull();
    return state;
  }

  /** How many have been told and not been waited for. */
  int waiting() {
    return states.size();
  }
}
