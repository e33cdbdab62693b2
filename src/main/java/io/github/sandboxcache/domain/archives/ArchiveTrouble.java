package io.github.sandboxcache.domain.archives;

/**
 * Why an image cannot be archived, or not be had back from its archive.
 *
 * @param kind what is wrong
 * @param detail what it is about, as each kind says; untrusted, may be empty
 */
public record ArchiveTrouble(Kind kind, String detail) {
  /** What is wrong. */
  public enum Kind {
    /** The disk would be left with too little room. */
    DISK_LOW,
    /** Its archive alone takes more than all may. */
    OVER_BUDGET,
    /** The file cannot be written or read; in the system's own words. */
    DISK,
    /** The engine sends no archive, or refuses it; in its own words. */
    ENGINE,
    /** What the engine sends is no archive of an image; says how. */
    ILLEGIBLE,
    /** The archive is not what it was when it was written. */
    DAMAGED,
    /** The archive holds only what is above the base, and the engine no longer has that. */
    BASE_GONE,
    /** Another image has the name now; says which name. */
    NAME_TAKEN,
    /** What the engine made of it is not the same image. */
    NOT_IDENTICAL
  }

  /** Where there is nothing more to say. */
  public static ArchiveTrouble of(Kind kind) {
    return new ArchiveTrouble(kind, "");
  }
}
