package io.github.sandboxcache.cli.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a client that may send anything. */
final class LineInput {
  /** A thousand times the longest message that means anything here. */
  static final int MAX_BYTES = 1 << 20;

  private final InputStream in;

  LineInput(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** What came between two ends of lines. */
  sealed interface Line {
    /** A line, without its end. */
    record Text(String text) implements Line {}

    /** A line of more than {@link LineInput#MAX_BYTES}, of which nothing is kept. */
    record TooLong() implements Line {}
  }

  /** The next line that is not blank; empty at the end. Waits for it. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n') {
        tooLong |= line.size() >= MAX_BYTES;
        if (!tooLong) {
          line.write(b);
        }
        continue;
      }
      Optional<Line> ended = ended(line, tooLong);
      if (ended.isPresent()) {
        return ended;
      }
    }
    return ended(line, tooLong);
  }

  private static Optional<Line> ended(ByteArrayOutputStream line, boolean tooLong) {
    if (tooLong) {
      return Optional.of(new Line.TooLong());
    }
    String text = line.toString(StandardCharsets.UTF_8).strip();
    line.reset();
    return text.isEmpty() ? Optional.empty() : Optional.of(new Line.Text(text));
  }
}
