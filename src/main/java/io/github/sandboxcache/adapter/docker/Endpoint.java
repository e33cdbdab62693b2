package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EnginePlace;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One place to try, not yet looked at.
 *
 * @param address a URI or an absolute path, as it was given
 * @param place the address as people are shown it
 * @param source which rule led there
 * @param sourceName the option, variable or context that named it; empty for usual places
 * @param tls how TLS is spoken to a host; without it, it is only when the address asks for it
 */
record Endpoint(String address, String place, Source source, String sourceName, Optional<Tls> tls) {
  static Endpoint named(String address, Source source, String sourceName) {
    return new Endpoint(address, address, source, sourceName, Optional.empty());
  }

  static Endpoint socket(
      Path path, Source source, String sourceName, EngineEnvironment environment) {
    return new Endpoint(
        "unix://" + path, environment.shortened(path), source, sourceName, Optional.empty());
  }

  Endpoint with(Optional<Tls> how) {
    return new Endpoint(address, place, source, sourceName, how);
  }

  /** How TLS is spoken at that address, which is this endpoint's; not at all over a socket. */
  Optional<Tls> tls(EngineAddress at) {
    return at instanceof EngineAddress.Tcp tcp
        ? tls.or(() -> tcp.tls() ? Optional.of(Tls.OF_THE_SYSTEM) : Optional.empty())
        : Optional.empty();
  }

  EnginePlace asPlace() {
    return new EnginePlace(address, place, source, sourceName);
  }

  EngineAttempt failed(Failure failure, String detail) {
    return new EngineAttempt(place, source, failure, detail);
  }
}
