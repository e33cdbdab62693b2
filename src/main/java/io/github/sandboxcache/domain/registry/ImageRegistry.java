package io.github.sandboxcache.domain.registry;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Registries, as far as a team's cache needs them beside what engines do with them. Every method
 * waits for the registry, for a bounded time, and throws a {@link RegistryException} when it does
 * not answer as it should; {@link java.util.concurrent.CancellationException} once cancelled.
 * Thread-safe.
 */
public interface ImageRegistry {
  /** No registry answers. */
  ImageRegistry NONE =
      new ImageRegistry() {
        private static RegistryException none(RegistryAddress registry) {
          return new RegistryException(
              RegistryException.Kind.UNREACHABLE, registry.host(), 0, "no answer", null);
        }

        @Override
        public void check(RegistryAddress registry, Cancellation cancellation) {
          throw none(registry);
        }

        @Override
        public List<CacheReference> references(
            RegistryAddress registry, Collection<Language> languages, Cancellation cancellation) {
          throw none(registry);
        }

        @Override
        public Optional<RemoteImage> find(
            RemoteReference reference, Optional<Platform> wanted, Cancellation cancellation) {
          throw none(reference.registry());
        }

        @Override
        public boolean delete(RemoteReference reference, String digest, Cancellation cancellation) {
          throw none(reference.registry());
        }
      };

  /** Checks that there is a registry which lets this user in; nothing is changed. */
  void check(RegistryAddress registry, Cancellation cancellation);

  /** The cached images of those languages that the registry has, without looking at any. */
  List<CacheReference> references(
      RegistryAddress registry, Collection<Language> languages, Cancellation cancellation);

  /**
   * Looks at one image.
   *
   * @param wanted the platform that it shall be for; empty for the first one that it is for
   * @return empty when the registry does not have it
   */
  Optional<RemoteImage> find(
      RemoteReference reference, Optional<Platform> wanted, Cancellation cancellation);

  /**
   * Deletes what that digest stands for, with all its names.
   *
   * @return false if it is gone already
   */
  boolean delete(RemoteReference reference, String digest, Cancellation cancellation);
}
