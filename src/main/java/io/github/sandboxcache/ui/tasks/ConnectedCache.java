package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.service.CacheService;
import java.util.function.Supplier;

/**
 * The cache of the connected engine.
 *
 * @param service what can be done with it
 * @param latest the newest catalog there is, from any thread
 * @param pins what is known of the pins, without waiting
 */
public record ConnectedCache(CacheService service, Supplier<Catalog> latest, Supplier<Pins> pins) {}
