package io.github.sandboxcache.ui.usage;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/**
 * A chart, or several, as it can leave the window.
 *
 * @param name the beginning of a file's name, without the app and without an ending
 * @param csv its numbers as a table, as they are when it is asked
 * @param picture what a picture shows; empty while it cannot be seen
 */
public record ChartPart(String name, Supplier<String> csv, Optional<Region> picture) {}
