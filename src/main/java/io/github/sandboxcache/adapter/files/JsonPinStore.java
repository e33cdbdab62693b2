package io.github.sandboxcache.adapter.files;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.OwnedPins;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.PinTrouble.Kind;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.settings.SystemReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Pins in one JSON file that people may edit; replaced as a whole, by one process at a time. A file
 * that is not legible is neither overwritten nor deleted.
 */
public final class JsonPinStore implements OwnedPins {
  private final JsonFile<PinsJson.Content> file;

  /** In that file, which need not be there yet. */
  public JsonPinStore(Path file) {
    this(file, JsonFile.MAX_WAIT);
  }

  /**
   * The same, more or less patient.
   *
   * @param waitAtMost how long a change waits for those of other processes
   */
  JsonPinStore(Path file, Duration waitAtMost) {
    this.file = new JsonFile<>(file, new PinsJson(), waitAtMost);
  }

  @Override
  public Pins read() {
    try {
      return new Pins.Known(content().pinned());
    } catch (IOException e) {
      return new Pins.Unreadable(trouble(file.path(), e));
    }
  }

  @Override
  public Optional<PinOwners> owners() {
    return PinOwnersLookup.ofThisProcess(file.path());
  }

  @Override
  public Set<CacheReference> pin(Collection<CacheReference> references) {
    return change(references, Set::add);
  }

  @Override
  public Set<CacheReference> unpin(Collection<CacheReference> references) {
    return change(references, Set::remove);
  }

  private Set<CacheReference> change(
      Collection<CacheReference> references,
      BiPredicate<Set<CacheReference>, CacheReference> effective) {
    try (FileChannel _ = file.lock()) {
      PinsJson.Content content = content();
      Set<CacheReference> pinned = new LinkedHashSet<>(content.pinned());
      Set<CacheReference> changed = new LinkedHashSet<>();
      for (CacheReference reference : references) {
        if (effective.test(pinned, reference)) {
          changed.add(reference);
        }
      }
      if (!changed.isEmpty()) {
        file.replace(content.with(pinned));
      }
      return changed;
    } catch (IOException e) {
      throw new PinsException(trouble(file.path(), e), e);
    }
  }

  /** No file means no pins; all else that keeps it from being read is an error. */
  private PinsJson.Content content() throws IOException {
    return file.load().orElse(PinsJson.Content.EMPTY);
  }

  static PinTrouble trouble(Path file, IOException e) {
    Kind kind =
        switch (e) {
          case JsonFile.DamagedException _ -> Kind.DAMAGED;
          case AccessDeniedException _ -> Kind.NOT_ALLOWED;
          case FileLocks.HeldByOthersException _ -> Kind.BUSY;
          default -> Kind.FAILED;
        };
    return new PinTrouble(kind, file.toString(), SystemReason.of(e));
  }
}
