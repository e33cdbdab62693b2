package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a cached image stays. */
public sealed interface KeepReason {
  /** What is not known, where the image stays for lack of knowledge alone. */
  default Optional<Doubt> doubt() {
    return switch (this) {
      case PinsUnreadable() -> Optional.of(Doubt.PINS);
      case Newest(int count) when count == KeepNewest.UNKNOWN_COUNT ->
          Optional.of(Doubt.NUMBER_TO_KEEP);
      case UsesUnknown() -> Optional.of(Doubt.CONTAINERS);
      case AgeUnknown() -> Optional.of(Doubt.AGES);
      case NotWatched _ -> Optional.of(Doubt.USAGE);
      case SizesUnknown() -> Optional.of(Doubt.LAYERS);
      case InUse _,
          Pinned _,
          ParentOf _,
          LastChildOf _,
          Newest _,
          RecentlyUsed _,
          UsedWithin _,
          WithinBudget _,
          Excepted _,
          UsedMeanwhile _,
          Changed _,
          Named _,
          BeingSaved _,
          AlreadyGone _,
          NotArchived _,
          NotMoved _,
          Cancelled _ ->
          Optional.empty();
    };
  }

  /**
   * A container was made from it.
   *
   * @param containers their names, sorted, untrusted
   */
  record InUse(List<String> containers) implements KeepReason {
    /** Copies the list, so that the record never changes. */
    public InUse {
      containers = List.copyOf(containers);
    }
  }

  /** The engine does not tell which containers it has, so one may have been made from it. */
  record UsesUnknown() implements KeepReason {}

  /** The user pinned it. */
  record Pinned() implements KeepReason {}

  /** The pins cannot be read, so it may be pinned. */
  record PinsUnreadable() implements KeepReason {}

  /**
   * Other images were committed from it, and at least one of them stays.
   *
   * @param children the references of those images; for one without a name, those of the images
   *     made from it, or the start of its id
   */
  record ParentOf(List<String> children) implements KeepReason {
    /** Copies the list, so that the record never changes. */
    public ParentOf {
      children = List.copyOf(children);
    }
  }

  /**
   * It is the last image made from an untagged one, which this engine would remove together with
   * it.
   *
   * @param parent the start of the untagged image's id
   */
  record LastChildOf(String parent) implements KeepReason {}

  /**
   * It is among the newest of its language.
   *
   * @param count how many are kept per language
   */
  record Newest(int count) implements KeepReason {}

  /**
   * It is among those of its language that were used last.
   *
   * @param count how many are kept per language
   */
  record RecentlyUsed(int count) implements KeepReason {}

  /**
   * It was used or made within that time.
   *
   * @param span how long it would have to be unused
   */
  record UsedWithin(Duration span) implements KeepReason {}

  /**
   * Uses are not known for long enough to tell whether it was used.
   *
   * @param since the day from which on they are, UTC; empty when none are, or when the ledger
   *     cannot be read
   */
  record NotWatched(Optional<Instant> since) implements KeepReason {}

  /**
   * It is worth more for its bytes than what is removed.
   *
   * @param bytes what the cache may take on disk
   */
  record WithinBudget(long bytes) implements KeepReason {}

  /** The layers are not known yet, so neither is what a removal would free. */
  record SizesUnknown() implements KeepReason {}

  /** The user left it out. */
  record Excepted() implements KeepReason {}

  /** Its age decides, and the engine does not tell it. */
  record AgeUnknown() implements KeepReason {}

  /** It was used after the removal was planned, or nobody can tell. */
  record UsedMeanwhile() implements KeepReason {}

  /** At the moment of deletion its reference named another image than announced. */
  record Changed() implements KeepReason {}

  /**
   * It had no name when the removal was planned, and has one now.
   *
   * @param names as the engine writes them, untrusted
   */
  record Named(List<String> names) implements KeepReason {
    /** Copies the list, so that the record never changes. */
    public Named {
      names = List.copyOf(names);
    }
  }

  /** It has no name, but is so new that whoever makes it may be about to give it one. */
  record BeingSaved() implements KeepReason {}

  /** At the moment of deletion its reference was gone already, and not by this removal. */
  record AlreadyGone() implements KeepReason {}

  /**
   * Removed images are to be archived, and this one could not be.
   *
   * @param trouble why not
   */
  record NotArchived(ArchiveTrouble trouble) implements KeepReason {}

  /**
   * It was to be sent to a registry or to come from there, and was not.
   *
   * @param why why not
   */
  record NotMoved(Why why) implements KeepReason {
    /** Why an image is not moved, where neither engine nor registry failed. */
    public enum Why {
      /** It is where it was to be moved. */
      PRESENT,
      /** The engine does not have it. */
      NOT_HERE,
      /** The registry does not have it. */
      NOT_THERE,
      /** Files of somebody's session are in it. */
      SESSION_FILES,
      /** Not all of it can be read. */
      NOT_LEGIBLE,
      /** Its name in the registry is another image's here. */
      NAME_TAKEN,
      /** It is for other platforms. */
      OTHER_PLATFORM,
      /** Something else came than was announced. */
      OTHER_DIGEST,
      /** Its name stands for something else in the registry by now. */
      CHANGED_THERE,
      /** Nothing can be noted. */
      NOT_NOTED
    }
  }

  /** The task was cancelled before its turn. */
  record Cancelled() implements KeepReason {}
}
