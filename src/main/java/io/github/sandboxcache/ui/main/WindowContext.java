package io.github.sandboxcache.ui.main;

import io.github.sandboxcache.ui.AppServices;
import io.github.sandboxcache.ui.activity.GoingImages;
import io.github.sandboxcache.ui.model.CacheModel;
import io.github.sandboxcache.ui.model.EngineModel;
import io.github.sandboxcache.ui.model.SettingsModel;
import io.github.sandboxcache.ui.model.TaskList;
import io.github.sandboxcache.ui.model.Ticker;
import io.github.sandboxcache.ui.model.UiThreads;
import io.github.sandboxcache.ui.shell.Shell;

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
 * @param going the images that an announced removal is about to take
 * @param shell its layers and slots
 */
public record WindowContext(
    AppServices services,
    UiThreads threads,
    EngineModel engine,
    CacheModel cache,
    SettingsModel settings,
    TaskList tasks,
    Ticker ticker,
    GoingImages going,
    Shell shell) {}
