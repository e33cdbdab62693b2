package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.text.Versions;

/**
 * What the app can say about itself.
 *
 * @param versions which versions run here
 * @param directories where its files are
 */
public record AppFacts(Versions versions, AppDirectories directories) {}
