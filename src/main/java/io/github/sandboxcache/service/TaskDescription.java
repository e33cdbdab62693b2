package io.github.sandboxcache.service;

import java.util.List;

/**
 * What a background task is about, for its line in the window. Words are the window's matter.
 *
 * @param kind what it does
 * @param subjects what it does it to: packages, or references
 * @param language the language's name, empty when it is about several
 * @param bytes bytes that it announced to free; 0 when it frees none or that is not known
 * @param packages the packages of the one image that it removes, as given; empty when it is about
 *     several or they are not known
 */
public record TaskDescription(
    Kind kind, List<String> subjects, String language, long bytes, List<String> packages) {
  /** What a task does. */
  public enum Kind {
    INSTALL,
    PREWARM,
    RESTORE,
    PRUNE,
    CLEAR,
    REMOVE,
    NAME,
    INSPECT
  }

  /** Copies the lists, so that the record never changes. */
  public TaskDescription {
    subjects = List.copyOf(subjects);
    packages = List.copyOf(packages);
  }

  /** A task of which no image's packages are told. */
  public TaskDescription(Kind kind, List<String> subjects, String language, long bytes) {
    this(kind, subjects, language, bytes, List.of());
  }
}
