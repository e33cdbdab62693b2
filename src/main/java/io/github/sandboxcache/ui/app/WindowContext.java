package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiThreads;

/**
 * All that the parts of one window share.
 *
 * @param services what the window was given
 * @param threads where its models work
 * @param engine its engine
 * @param cache what it shows
 * @param settings the user's settings
 * @param tasks the background tasks
 * @param ticker the time
 * @param shell its layers and slots
 */
public record WindowContext(
    AppServices services,
    UiThreads threads,
    EngineModel engine,
    CacheModel cache,
    SettingsModel settings,
    TasksModel tasks,
    Ticker ticker,
    Shell shell) {}
