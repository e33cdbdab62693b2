package io.github.sandboxcache.ui.cache;

/**
 * What the header shows at one moment.
 *
 * @param chip the engine
 * @param blocked why nothing can be done; empty when it can
 * @param pruneBlocked why prune cannot be used; empty when it can
 * @param clearBlocked why clear cannot be used; empty when it can
 * @param pruneText what the prune button says
 * @param pruneEffect what pruning frees; may be empty
 * @param counting whether a prune counts down
 */
public record HeaderState(
    EngineChip chip,
    String blocked,
    String pruneBlocked,
    String clearBlocked,
    String pruneText,
    String pruneEffect,
    boolean counting) {}
