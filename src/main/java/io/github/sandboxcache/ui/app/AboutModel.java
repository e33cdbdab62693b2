package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.ui.base.CacheView;
import java.util.Optional;

/**
 * All that the dialog tells, as it was when it opened.
 *
 * @param facts the app's own
 * @param engine the engine that answers or answered; empty when none did
 * @param cache what the window shows
 * @param settings the user's settings
 */
public record AboutModel(
    AppFacts facts, Optional<EngineDescription> engine, CacheView cache, Settings settings) {
  /** What can be pasted into a report of a bug. */
  String diagnostics() {
    return new Diagnostics(this).text();
  }
}
