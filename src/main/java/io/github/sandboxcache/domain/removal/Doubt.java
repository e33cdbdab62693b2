package io.github.sandboxcache.domain.removal;

/** What is not known and keeps images that a removal might take otherwise. */
public enum Doubt {
  /** The pins cannot be read. */
  PINS,
  /** The settings do not say legibly how many images of each language are kept. */
  NUMBER_TO_KEEP,
  /** The engine does not tell which containers it has. */
  CONTAINERS,
  /** The engine does not tell how old some images are. */
  AGES,
  /** Uses are not known for long enough, or not at all. */
  USAGE,
  /** The layers of the images are not known yet. */
  LAYERS
}
