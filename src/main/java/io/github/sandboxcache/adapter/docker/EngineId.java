package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineIdentity;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which engine it is: by the id that Docker has of itself, else by its address. Asks once
 * for a connection, when somebody first wants to know. Thread-safe.
 */
final class EngineId {
  private static final Logger LOG = LoggerFactory.getLogger(EngineId.class);

  private final EngineConnection connection;
  private final ReferenceNaming naming;
  private Optional<EngineIdentity> known = Optional.empty();

  EngineId(EngineConnection connection, ReferenceNaming naming) {
    this.connection = connection;
    this.naming = naming;
  }

  /** Never fails: an engine that does not answer now is the one at its address, and asked again. */
  synchronized EngineIdentity get() {
    if (known.isPresent()) {
      return known.get();
    }
    String endpoint = connection.endpoint();
    String place = EndpointAddress.withoutLinks(endpoint);
    Set<String> addresses = place.equals(endpoint) ? Set.of(endpoint) : Set.of(endpoint, place);
    EngineIdentity byAddress = new EngineIdentity(place, addresses);
    try {
      known = Optional.of(id().map(id -> EngineIdentity.of(id, addresses)).orElse(byAddress));
    } catch (EngineRefusedException e) {
      LOG.info("{} does not say which engine it is", endpoint, e);
      known = Optional.of(byAddress);
    } catch (EngineUnreachableException e) {
      LOG.info("{} cannot be asked now which engine it is", endpoint, e);
    }
    return known.orElse(byAddress);
  }

  /** Podman makes one up for each answer. */
  private Optional<String> id() {
    return naming == ReferenceNaming.PODMAN
        ? Optional.empty()
        : new EngineState(connection.send(EngineRequest.get("/info"), JsonNode.class)).id();
  }
}
