package io.github.sandboxcache.adapter.sandboxlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** How much more a search may do. What was asked for once it is used up is not done. */
final class SearchBudget {
  private final InstantSource clock;
  private final Instant end;
  private final BooleanSupplier goOn;
  private final Limits limits;
  private int entries;
  private int files;
  private long bytes;
  private boolean exceeded;

  /**
   * What limits a search.
   *
   * @param entries names in folders
   * @param files files that are read
   * @param bytes bytes of all files together
   * @param bytesOfFile bytes of one file
   * @param time how long it may take
   */
  record Limits(int entries, int files, long bytes, long bytesOfFile, Duration time) {
    /** For a search everywhere: some seconds on a slow disk. */
    static final Limits EVERYWHERE =
        new Limits(20_000, 1_000, 512L << 20, 64L << 20, Duration.ofSeconds(15));

    /** For one file that somebody named. */
    static final Limits ONE_FILE =
        new Limits(1, 1, Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofSeconds(15));
  }

  /**
   * A whole budget.
   *
   * @param goOn once it says no, nothing is left
   */
  SearchBudget(Limits limits, InstantSource clock, BooleanSupplier goOn) {
    this.limits = limits;
    this.clock = clock;
    this.end = clock.instant().plus(limits.time());
    this.goOn = goOn;
  }

  /** Whether one more name in a folder may be looked at. */
  boolean mayList() {
    entries++;
    return allowed(entries <= limits.entries() && mayGoOn());
  }

  /** Whether one more file may be read. */
  boolean mayRead() {
    files++;
    return allowed(files <= limits.files() && bytes < limits.bytes() && mayGoOn());
  }

  /** Whether something was asked for that was not allowed. */
  boolean isExceeded() {
    return exceeded;
  }

  private boolean mayGoOn() {
    return goOn.getAsBoolean() && clock.instant().isBefore(end);
  }

  private boolean allowed(boolean yes) {
    exceeded |= !yes;
    return yes;
  }

  /** That stream, which ends where the budget does. */
  Bounded bound(InputStream in) {
    return new Bounded(in);
  }

  /** A stream that may end early. Not thread-safe. */
  final class Bounded extends FilterInputStream {
    private long left = limits.bytesOfFile();
    private boolean cut;

    private Bounded(InputStream in) {
      super(in);
    }

    /** Whether there is more than what was read. */
    boolean isCut() {
      return cut;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      long most = Math.min(left, limits.bytes() - bytes);
      if (most <= 0 || !mayGoOn()) {
        cut = cut || super.read() >= 0;
        allowed(!cut);
        return -1;
      }
      int read = super.read(target, offset, (int) Math.min(length, most));
      left -= Math.max(read, 0);
      bytes += Math.max(read, 0);
      return read;
    }
  }
}
