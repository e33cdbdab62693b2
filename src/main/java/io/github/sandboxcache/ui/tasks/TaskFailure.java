package io.github.sandboxcache.ui.tasks;

import java.util.List;

/**
 * Why a task failed, in the order in which it is told.
 *
 * @param reason what happened, in a few plain words without a full stop
 * @param remedy what to do about it, or what the engine said; may be empty
 * @param about what was being done, and what was kept
 * @param notes single images with the engine's own words, untrusted text made harmless
 */
public record TaskFailure(String reason, String remedy, String about, List<String> notes) {
  /** Copies the list, so that the record never changes. */
  public TaskFailure {
    notes = List.copyOf(notes);
  }
}
