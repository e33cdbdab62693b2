package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.SkipReason;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * Tells what a line of the sandbox server's log is. The rules, in this order:
 *
 * <ol>
 *   <li>A line with a NUL or with bytes that are not UTF-8 is skipped.
 *   <li>A line that does not {@linkplain Mentions mention} the package cache is not ours.
 *   <li>What a container engine {@linkplain LinePiece cut into several lines} is put together.
 *   <li>What stands in it is told by {@link LogText}.
 * </ol>
 *
 * <p>Not thread-safe.
 */
final class LogLineParser {
  private final LegibleText legible = new LegibleText();
  private final PartialLines partials;
  private final InstantSource clock;

  /**
   * Tells lines from each other at the time of that clock.
   *
   * @param partials what was begun in the lines before; changes with every line
   */
  LogLineParser(PartialLines partials, InstantSource clock) {
    this.partials = partials;
    this.clock = clock;
  }

  /** Tells what the line is that stands in those bytes, without its end. */
  LogLine parse(byte[] bytes, int from, int to) {
    if (!legible.isLegible(bytes, from, to)) {
      return LogLine.skipped(SkipReason.NO_TEXT);
    }
    if (partials.isEmpty() && !Mentions.areIn(bytes, from, to)) {
      return LogLine.NOT_OURS;
    }
    return LinePiece.of(bytes, from, to)
        .map(this::parse)
        .orElseGet(() -> LogText.read(bytes, from, to, clock.instant()));
  }

  private LogLine parse(LinePiece piece) {
    String text = partials.join(piece.stream(), piece.text());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    LogLine line = LogText.read(bytes, 0, bytes.length, clock.instant());
    boolean goesOn = !piece.isLast() && line.equals(LogLine.skipped(SkipReason.BROKEN));
    if (!goesOn) {
      return line;
    }
    return partials.keep(piece.stream(), text)
        ? LogLine.NOT_OURS
        : LogLine.skipped(SkipReason.TOO_LONG);
  }
}
