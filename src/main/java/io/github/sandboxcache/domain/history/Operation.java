package io.github.sandboxcache.domain.history;

import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that was done to the cache, as the journal has it.
 *
 * @param id greater than that of every operation that began before it
 * @param plan what it was to do
 * @param ending how it ended; empty while it is under way, and when nobody has noted its end yet
 * @param images every image it is about, in the order of the plan
 */
public record Operation(
    long id, OperationPlan plan, Optional<Ending> ending, List<OperationImage> images) {
  /** Copies the list, so that the record never changes. */
  public Operation {
    images = List.copyOf(images);
  }

  /**
   * How an operation ended.
   *
   * @param time when, UTC, in whole milliseconds; of one that was interrupted, when that was found
   * @param interrupted whether its process ended before it did
   * @param freedBytes what the removed images had alone; empty when not known to the byte
   * @param measuredBytes by how much the engine's own count dropped meanwhile; with a minus where
   *     somebody else made larger images; empty where it did not say
   * @param failure why it came to nothing as a whole, in foreign words, untrusted, {@value
   *     UsageFact#MAX_REASON} characters at most
   */
  public record Ending(
      Instant time,
      boolean interrupted,
      OptionalLong freedBytes,
      OptionalLong measuredBytes,
      Optional<String> failure) {
    /** Cuts the time to milliseconds and the words to their greatest length. */
    public Ending {
      time = time.truncatedTo(ChronoUnit.MILLIS);
      failure = failure.map(UsageFact::cut);
    }

    /** An end of which nothing else is known. */
    public static Ending at(Instant time) {
      return new Ending(time, false, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    /** It came to nothing more, for that reason. */
    public static Ending failed(Instant time, String words) {
      return new Ending(
          time, false, OptionalLong.empty(), OptionalLong.empty(), Optional.of(words));
    }

    /** Found at that time: its process had ended before it did. */
    public static Ending interrupted(Instant found) {
      return new Ending(found, true, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    /**
     * By how many bytes more, or with a minus less, the engine's count dropped than the removed
     * images had; empty where either is not known.
     */
    public OptionalLong unexplainedBytes() {
      return freedBytes.isPresent() && measuredBytes.isPresent()
          ? OptionalLong.of(measuredBytes.getAsLong() - freedBytes.getAsLong())
          : OptionalLong.empty();
    }
  }

  /** Whether its process ended before it did. */
  public boolean interrupted() {
    return ending.map(Ending::interrupted).orElseGet(() -> !plan.process().isAlive());
  }

  /** How many of its images are done. */
  public int done() {
    return (int) images.stream().filter(each -> each.state() instanceof ImageState.Done).count();
  }
}
