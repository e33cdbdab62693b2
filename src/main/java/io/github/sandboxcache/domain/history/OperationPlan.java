package io.github.sandboxcache.domain.history;

import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an operation is about to do, images left aside.
 *
 * @param kind what it does
 * @param origin from where it was started
 * @param engine the engine's endpoint
 * @param process which process does it
 * @param begun when, UTC, in whole milliseconds
 * @param rule by which rule it prunes; empty for anything but a prune
 * @param announcedBytes what it was said to free; empty when that was not known to the byte
 * @param registry to or from which registry it moves images; empty for anything else
 */
public record OperationPlan(
    OperationKind kind,
    Origin origin,
    String engine,
    ProcessIdentity process,
    Instant begun,
    Optional<RemovalPolicy.Prune> rule,
    OptionalLong announcedBytes,
    Optional<RegistryAddress> registry) {
  /** One without a registry. */
  public OperationPlan(
      OperationKind kind,
      Origin origin,
      String engine,
      ProcessIdentity process,
      Instant begun,
      Optional<RemovalPolicy.Prune> rule,
      OptionalLong announcedBytes) {
    this(kind, origin, engine, process, begun, rule, announcedBytes, Optional.empty());
  }

  /** Cuts the time to milliseconds. */
  public OperationPlan {
    begun = begun.truncatedTo(ChronoUnit.MILLIS);
  }
}
