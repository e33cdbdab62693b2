package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAddress;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** The way to an engine: where the HTTP client connects, and what is to blame when that breaks. */
interface EngineRoute extends Closeable {
  /** Where the HTTP client connects: {@code unix}, {@code npipe} or {@code tcp}. */
  URI uri();

  /** How TLS is spoken there; empty for not at all. */
  Optional<Tls> tls();

  /** The engine's address, as people write it. */
  String endpoint();

  /** What kept a request from being answered, where that is known better than by the client. */
  Throwable blame(Throwable cause);

  @Override
  void close();

  /**
   * The way to an address. Asks nobody yet.
   *
   * @param ssh what runs ssh where the address asks for it
   * @throws IOException when there is none
   */
  static EngineRoute to(EngineAddress address, Optional<Tls> tls, SshProgram ssh)
      throws IOException {
    return address instanceof EngineAddress.Ssh host
        ? SshRelay.open(host, ssh)
        : new Direct(EndpointAddress.uri(address), tls);
  }

  /** The client connects to the engine itself. */
  record Direct(URI uri, Optional<Tls> tls) implements EngineRoute {
    @Override
    public String endpoint() {
      return EndpointAddress.text(uri);
    }

    @Override
    public Throwable blame(Throwable cause) {
      return cause;
    }

    @Override
    public void close() {
      // There is nothing but what the client opens and closes.
    }
  }
}
