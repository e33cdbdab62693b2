package io.github.sandboxcache.domain.contents;

/**
 * A file or directory.
 *
 * @param path from the root, without a slash before it; untrusted
 * @param bytes what it takes unpacked, with all that is below it
 */
public record SizedPath(String path, long bytes) {}
