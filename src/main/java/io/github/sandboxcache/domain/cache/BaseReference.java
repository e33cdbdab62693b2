package io.github.sandboxcache.domain.cache;

/**
 * The reference of an image that the sandbox starts from, such as {@code mcp-sandbox-python:base}.
 * It is shown, counted apart, and never removed.
 *
 * @param reference the whole reference, {@code mcp-sandbox-<anything>:<tag>}
 */
public record BaseReference(String reference) implements SandboxReference {
  /** The name between the common prefix and the colon, for example {@code python-ml}. */
  public String name() {
    return reference.substring(PREFIX.length(), reference.indexOf(':'));
  }

  @Override
  public String toString() {
    return reference;
  }
}
