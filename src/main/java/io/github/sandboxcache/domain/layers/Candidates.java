package io.github.sandboxcache.domain.layers;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The numbers that are possible, ascending; or any. Immutable. */
final class Candidates {
  /** Nothing is known yet. */
  static final Candidates ANY = new Candidates(new long[0], true);

  private final long[] values;
  private final boolean any;

  private Candidates(long[] values, boolean any) {
    this.values = values;
    this.any = any;
  }

  static Candidates of(LongStream values) {
    return new Candidates(values.sorted().distinct().toArray(), false);
  }

  /**
   * The first so many of these, ascending, once each. There are some for every layer of every
   * image, so they are sorted by nobody and copied once.
   */
  static Candidates ofAscending(long[] values, int count) {
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (distinct == 0 || values[distinct - 1] != values[i]) {
        values[distinct++] = values[i];
      }
    }
    return new Candidates(Arrays.copyOf(values, distinct), false);
  }

  static Candidates only(long value) {
    return new Candidates(new long[] {value}, false);
  }

  boolean allows(long value) {
    return any || Arrays.binarySearch(values, value) >= 0;
  }

  boolean isAny() {
    return any;
  }

  boolean isEmpty() {
    return !any && values.length == 0;
  }

  boolean isSettled() {
    return values.length == 1;
  }

  boolean isOpen() {
    return values.length > 1;
  }

  long first() {
    return values[0];
  }

  LongStream stream() {
    return Arrays.stream(values);
  }

  Candidates and(Candidates other) {
    if (any) {
      return other;
    }
    if (other.any) {
      return this;
    }
    long[] both = new long[values.length];
    int count = 0;
    for (long value : values) {
      if (other.allows(value)) {
        both[count++] = value;
      }
    }
    return count == values.length ? this : ofAscending(both, count);
  }

  boolean sameAs(Candidates other) {
    return any == other.any && Arrays.equals(values, other.values);
  }
}
