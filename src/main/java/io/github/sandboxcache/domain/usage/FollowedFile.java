package io.github.sandboxcache.domain.usage;

import java.util.Optional;

/**
 * A log of the settings as it stands there, before it is read.
 *
 * @param pattern the path or glob of the settings
 * @param path the log, or the pattern that means no file; untrusted
 * @param problem why it is not read, where that is so
 */
public record FollowedFile(
    String pattern, String path, Optional<FollowedLogState.Problem> problem) {}
