package io.github.sandboxcache.adapter.docker;

import java.nio.file.Path;

/** The certificates for an engine behind TLS cannot be used. */
final class UnusableCertificatesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableCertificatesException(Path directory, Exception cause) {
    super("the certificates in " + directory + " cannot be used: " + cause.getMessage(), cause);
  }
}
