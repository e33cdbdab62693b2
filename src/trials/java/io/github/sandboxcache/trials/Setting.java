package io.github.sandboxcache.trials;

import io.github.sandboxcache.trials.app.App;
import io.github.sandboxcache.trials.engine.EngineApi;
import io.github.sandboxcache.trials.engine.OwnThings;
import io.github.sandboxcache.trials.oracle.Naming;
import java.util.Random;

/**
 * Where a trial takes place.
 *
 * @param options what was asked for
 * @param engine the real engine
 * @param things what is made on it
 * @param naming how that engine spells names
 * @param app the app, with a home of its own
 * @param random decides all that is left to chance
 */
public record Setting(
    Options options, EngineApi engine, OwnThings things, Naming naming, App app, Random random) {}
