package io.github.sandboxcache.domain.settings;

import java.nio.file.Path;

/**
 * What of the settings is not legible. Something else serves in its place, chosen so that nothing
 * more is removed or forgotten because of it.
 *
 * @param kind what is wrong
 * @param file where the settings are
 * @param key which setting it is about; empty for all of them
 * @param detail what stands there, or the system's or the parser's own words; untrusted
 */
public record SettingsTrouble(Kind kind, Path file, String key, String detail) {
  /** What is wrong. */
  public enum Kind {
    /** A value that this version does not know. */
    VALUE,
    /** A setting stands there more than once. */
    TWICE,
    /** The file is no JSON object. */
    DAMAGED,
    /** The system does not let it be read. */
    UNREADABLE
  }

  /** The setting of how many images of each language prune keeps, as files name it. */
  public static final String KEEP_NEWEST = "keepNewestPerLanguage";

  /** The setting of the chosen engine, as files name it. */
  public static final String ENGINE = "engine";

  /** Whether it is not known how many images prune keeps. */
  public boolean isAboutKeepNewest() {
    return isAbout(KEEP_NEWEST);
  }

  /** Whether it is not known which engine was chosen. */
  public boolean isAboutEngine() {
    return isAbout(ENGINE);
  }

  private boolean isAbout(String setting) {
    return key.isEmpty() || key.equals(setting);
  }
}
