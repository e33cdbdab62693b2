package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.history.PlannedImage.ToMake;
import java.util.List;

/**
 * What a background task is about, for its line in the window. Words are the window's matter.
 *
 * @param kind what it does
 * @param subjects what it does it to: packages, or references; for a pull the registry
 * @param language the language's name, empty when it is about several
 * @param bytes bytes that it announced to free; 0 when it frees none or that is not known
 * @param packages the packages of the one image that it removes, as given; empty when it is about
 *     several or they are not known
 * @param makes the images that it makes, in its order
 */
public record TaskDescription(
    Kind kind,
    List<String> subjects,
    String language,
    long bytes,
    List<String> packages,
    List<ToMake> makes) {
  /** What a task does. */
  public enum Kind {
    INSTALL,
    PREWARM,
    RESTORE,
    PRUNE,
    CLEAR,
    REMOVE,
    NAME,
    INSPECT,
    PUSH,
    PULL
  }

  /** Copies the lists, so that the record never changes. */
  public TaskDescription {
    subjects = List.copyOf(subjects);
    packages = List.copyOf(packages);
    makes = List.copyOf(makes);
  }

  /** A task of which no image's packages are told, and that makes none. */
  public TaskDescription(Kind kind, List<String> subjects, String language, long bytes) {
    this(kind, subjects, language, bytes, List.of(), List.of());
  }

  /** The same task, which makes those images. */
  public TaskDescription making(List<ToMake> images) {
    return new TaskDescription(kind, subjects, language, bytes, packages, images);
  }
}
