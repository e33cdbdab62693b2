package io.github.sandboxcache.domain.pins;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose pins count where one user works with the rights of another, as {@code sudo} does.
 *
 * @param user who this process runs as
 * @param other who asked for it, or whose home it uses
 * @param counting the pins that count
 * @param ignored where the other's pins are, which do not count; empty when there are none
 * @param shared whether the pins that count are the other's own
 */
public record PinOwners(
    String user, String other, Path counting, Optional<Path> ignored, boolean shared) {}
