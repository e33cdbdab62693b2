package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A registry in memory: it has what it was given, or fails. Thread-safe. */
public final class RegistryInMemory implements ImageRegistry {
  private final List<CacheReference> images = new CopyOnWriteArrayList<>();
  private volatile @Nullable RegistryException failure;

  /** One that has those images, for any address. */
  public RegistryInMemory(List<CacheReference> images) {
    this.images.addAll(images);
  }

  /** From now on everything fails like that. */
  public void fail(RegistryException.Kind kind, String words) {
    failure = new RegistryException(kind, "registry.example.com", 0, words, null);
  }

  /** From now on it answers again. */
  public void answer() {
    failure = null;
  }

  @Override
  public void check(RegistryAddress registry, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    RegistryException now = failure;
    if (now != null) {
      throw now;
    }
  }

  @Override
  public List<CacheReference> references(
      RegistryAddress registry, Collection<Language> languages, Cancellation cancellation) {
    check(registry, cancellation);
    return images.stream().filter(each -> languages.contains(each.language())).toList();
  }

  @Override
  public Optional<RemoteImage> find(
      RemoteReference reference, Optional<Platform> wanted, Cancellation cancellation) {
    check(reference.registry(), cancellation);
    return images.contains(reference.image())
        ? Optional.of(
            new RemoteImage(
                reference, "sha256:" + "a".repeat(64), wanted.stream().toList(), Optional.empty()))
        : Optional.empty();
  }

  @Override
  public boolean delete(RemoteReference reference, String digest, Cancellation cancellation) {
    check(reference.registry(), cancellation);
    return images.remove(reference.image());
  }
}
