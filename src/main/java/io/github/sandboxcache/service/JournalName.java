package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineIdentity;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The name by which the journal knows an engine. Thread-safe. */
record JournalName(ContainerEngine engine, OperationJournal journal) {
  private static final Logger LOG = LoggerFactory.getLogger(JournalName.class);

  /**
   * Returns the name, once what stands under the engine's address stands under it, too. What cannot
   * be written there stays under the address and is tried again at the next call. May wait for the
   * engine.
   */
  String get() {
    EngineIdentity identity = engine.identity();
    try {
      journal.takeOver(identity.earlierNames(), identity.name());
    } catch (UsageLedgerException e) {
      LOG.info("earlier operations stay with the address of their engine", e);
    }
    return identity.name();
  }
}
