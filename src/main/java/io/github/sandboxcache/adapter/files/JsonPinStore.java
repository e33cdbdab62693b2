package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.core.JacksonException;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.OwnedPins;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.PinTrouble.Kind;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.settings.SystemReason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Pins in one JSON file that people may edit; replaced as a whole, by one process at a time. A file
 * that is not legible is neither overwritten nor deleted.
 */
public final class JsonPinStore implements OwnedPins {
  /** A change takes milliseconds; so long the others are waited for. */
  public static final Duration MAX_WAIT = Duration.ofSeconds(2);

  private final UserFile file;
  private final FileLocks locks;

  /**
   * In that file, which need not be there yet.
   *
   * @param waitAtMost how long a change waits for those of other processes
   */
  public JsonPinStore(Path file, Duration waitAtMost) {
    this.file = new UserFile(file.toAbsolutePath());
    this.locks = new FileLocks(this.file.beside(".lock"), waitAtMost);
  }

  @Override
  public Pins read() {
    try {
      return new Pins.Known(references());
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
    try {
      Files.createDirectories(file.path().getParent());
      try (var _ = locks.acquire()) {
        Set<CacheReference> pinned = new LinkedHashSet<>(references());
        Set<CacheReference> changed = new LinkedHashSet<>();
        for (CacheReference reference : references) {
          if (effective.test(pinned, reference)) {
            changed.add(reference);
          }
        }
        if (!changed.isEmpty()) {
          replace(pinned);
        }
        return changed;
      }
    } catch (IOException e) {
      throw new PinsException(trouble(file.path(), e), e);
    }
  }

  /** No file means no pins; all else that keeps it from being read is an error. */
  private Set<CacheReference> references() throws IOException {
    Optional<byte[]> content = file.read();
    return content.isEmpty() ? Set.of() : PinsJson.read(content.get());
  }

  private void replace(Set<CacheReference> pinned) throws IOException {
    Set<String> sorted = new TreeSet<>();
    pinned.forEach(reference -> sorted.add(reference.toString()));
    file.replace(PinsJson.write(file.read(), sorted));
  }

  static PinTrouble trouble(Path file, IOException e) {
    Kind kind =
        switch (e) {
          case JacksonException _, CharacterCodingException _ -> Kind.DAMAGED;
          case AccessDeniedException _ -> Kind.NOT_ALLOWED;
          case FileLocks.HeldByOthersException _ -> Kind.BUSY;
          default -> Kind.FAILED;
        };
    String detail = e instanceof JacksonException json ? PinsJson.words(json) : SystemReason.of(e);
    return new PinTrouble(kind, file.toString(), detail);
  }
}
