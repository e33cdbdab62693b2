package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.registry.TeamCache;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.util.Optional;

/**
 * The cache at one moment.
 *
 * @param catalog what the engine has
 * @param pins which images are pinned
 * @param team where images came from
 * @param usage what is known of the cache's use; empty when the ledger cannot be read
 * @param failedSaves saves of the sandbox that failed; none where the ledger cannot be read
 * @param usesUnknown why the uses that some container shows are missing from it, if so
 * @param ledgerFailure why the ledger cannot be read or, where it was, lacks what is new
 */
public record Overview(
    Catalog catalog,
    Pins pins,
    TeamCache team,
    Optional<UsageReport> usage,
    FailedSaves failedSaves,
    Optional<EngineException> usesUnknown,
    Optional<UsageLedgerException> ledgerFailure) {}
