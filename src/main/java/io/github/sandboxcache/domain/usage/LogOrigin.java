package io.github.sandboxcache.domain.usage;

/** Where a log that was found comes from: the MCP client that wrote it, or a file of its own. */
public enum LogOrigin {
  CLAUDE_DESKTOP,
  CLAUDE_CODE,
  VS_CODE,
  CURSOR,
  WINDSURF,
  /** Any other file, as {@code tee} or a redirection makes it. */
  FILE
}
