package io.github.sandboxcache.service;

import io.github.sandboxcache.adapter.registry.HttpRegistry;
import io.github.sandboxcache.adapter.sqlite.SqliteLedger;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryCredentials;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import java.time.Clock;
import java.util.List;

/** Services of tests that move images between an engine and a registry on loopback. */
final class RegistryServices {
  private RegistryServices() {}

  static CacheService of(ContainerEngine engine, TransferNotes notes, ProcessLocks locks) {
    SqliteLedger ledger = Ledgers.empty();
    return new CacheService(
        engine,
        (_, _, _) -> {
          throw new AssertionError("nothing is installed here");
        },
        Inspectors.of(engine),
        ledger,
        ledger,
        new PinsInMemory(),
        LayerStore.NONE,
        TestArchives.none(engine),
        new HttpRegistry(
            RegistryCredentials.NONE,
            RegistryAddress::isLoopback,
            List.of(),
            HttpRegistry.PATIENCE),
        notes,
        locks,
        Clock.systemUTC());
  }
}
