package io.github.sandboxcache.engine;

import io.github.sandboxcache.port.EngineAttempt;
import io.github.sandboxcache.port.EngineAttempt.Failure;
import io.github.sandboxcache.port.EngineAttempt.Source;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One place to try, not yet looked at.
 *
 * @param address a URI or an absolute path, as it was given
 * @param place the address as people are shown it
 * @param source which rule led there
 * @param sourceName the option, variable or context that named it; empty for usual places
 * @param certificates the directory of {@code ca.pem}, {@code cert.pem} and {@code key.pem} for TLS
 */
record Endpoint(
    String address, String place, Source source, String sourceName, Optional<Path> certificates) {
  static Endpoint named(String address, Source source, String sourceName) {
    return new Endpoint(address, address, source, sourceName, Optional.empty());
  }

  static Endpoint socket(Path path, Source source, EngineEnvironment environment) {
    return new Endpoint(
        "unix://" + path, environment.shortened(path), source, "", Optional.empty());
  }

  Endpoint withCertificates(Optional<Path> directory) {
    return new Endpoint(address, place, source, sourceName, directory);
  }

  EngineAttempt failed(Failure failure, String detail) {
    return new EngineAttempt(place, source, failure, detail);
  }
}
