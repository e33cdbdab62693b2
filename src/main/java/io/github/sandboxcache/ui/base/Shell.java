package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.function.Consumer;

/**
 * The window around the areas.
 *
 * @param overlays dialogs and messages over everything
 * @param sidePanel the slot at the right edge
 * @param pages pages in place of the usual content
 * @param copy puts a text on the clipboard and says so
 * @param showImage selects an image in the table, unfolds its group and scrolls to it
 */
public record Shell(
    Overlays overlays,
    SidePanel sidePanel,
    Pages pages,
    Consumer<String> copy,
    Consumer<CacheReference> showImage) {}
