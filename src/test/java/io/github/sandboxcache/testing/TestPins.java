package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.OwnedPins;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Pins in memory that can come to be unreadable, as a file can. */
public final class TestPins implements OwnedPins {
  /** What is wrong once they are damaged. */
  public static final PinTrouble TROUBLE =
      new PinTrouble(PinTrouble.Kind.DAMAGED, "/home/me/pins.json", "unexpected end");

  private final PinsInMemory pins = new PinsInMemory();
  private volatile Optional<PinTrouble> trouble = Optional.empty();
  private volatile Optional<PinOwners> owners = Optional.empty();

  /** From now on they cannot be read. */
  public TestPins damage() {
    trouble = Optional.of(TROUBLE);
    return this;
  }

  /** From now on they are known to be those of another user than expected. */
  public void setOwners(PinOwners others) {
    owners = Optional.of(others);
  }

  @Override
  public Optional<PinOwners> owners() {
    return owners;
  }

  @Override
  public Pins read() {
    return trouble.<Pins>map(Pins.Unreadable::new).orElseGet(pins::read);
  }

  @Override
  public Set<CacheReference> pin(Collection<CacheReference> references) {
    refuse();
    return pins.pin(references);
  }

  @Override
  public Set<CacheReference> unpin(Collection<CacheReference> references) {
    refuse();
    return pins.unpin(references);
  }

  private void refuse() {
    trouble.ifPresent(
        t -> {
          throw new PinsException(t);
        });
  }
}
