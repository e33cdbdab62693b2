package io.github.sandboxcache.adapter.docker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an engine is spoken to by TLS, as the docker command understands it.
 *
 * @param files the directory of {@code ca.pem}, {@code cert.pem} and {@code key.pem}; without it
 *     the system's authorities are trusted and we stay unknown
 * @param verified whether the engine has to prove that it is the host that was asked for
 */
record Tls(Optional<Path> files, boolean verified) {
  /** Whoever answers there has to have a certificate of an authority that the system trusts. */
  static final Tls OF_THE_SYSTEM = new Tls(Optional.empty(), true);
}
