package io.github.sandboxcache.ui.base;

/**
 * The window around the areas.
 *
 * @param overlays dialogs and messages over everything
 * @param sidePanel the slot at the right edge
 * @param pages pages in place of the usual content
 * @param navigator leads to an image in the table
 */
public record Shell(Overlays overlays, SidePanel sidePanel, Pages pages, Navigator navigator) {}
