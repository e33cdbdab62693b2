package io.github.sandboxcache.domain.history;

/** From where an operation was started. */
public enum Origin {
  /** Somebody asked for it in the window. */
  WINDOW,
  /** Somebody asked for it by a verb. */
  COMMAND_LINE,
  /** An agent asked for it, through the server for agents. */
  AGENT,
  /** Nobody asked for it at that moment: a policy did. */
  AUTOMATIC,
  /** A version of this app did it that did not note that. */
  UNKNOWN
}
