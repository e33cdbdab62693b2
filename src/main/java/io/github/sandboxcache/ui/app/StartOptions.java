package io.github.sandboxcache.ui.app;

import java.io.PrintStream;
import java.util.Optional;

/**
 * How the window was asked to start.
 *
 * @param engineUri the engine to use; empty for the settings' one or the usual search
 * @param sample whether to show made-up data
 * @param paintTimes where to tell when rows have been painted, for measurements; usually nowhere
 */
public record StartOptions(
    Optional<String> engineUri, boolean sample, Optional<PrintStream> paintTimes) {}
