package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.SkipCounts;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a reader must remember to go on exactly where it stopped.
 *
 * @param mark what stands before that place
 * @param insideLongLine whether the place is within a line that is too long
 * @param repeats what {@link Repeats} remembers
 * @param partials what {@link PartialLines} remembers
 * @param unpacked bytes of the text of a packed file that are done with; 0 for any other file
 * @param skipped how many lines were skipped for which reason; in memories of earlier versions
 *     these are missing
 */
record LogMemory(
    Mark mark,
    boolean insideLongLine,
    String repeats,
    String partials,
    long unpacked,
    Map<SkipReason, Long> skipped) {
  private static final String SEPARATOR = ";";

  /** How many parts each form has, by its number; a later one only has more at its end. */
  private static final Map<String, Integer> PARTS = Map.of("1", 5, "2", 7, "3", 8);

  private static final String FORM = "3";

  /** Nothing was read yet. */
  static final LogMemory NONE = new LogMemory(Mark.NONE, false, "", "", 0, Map.of());

  /** What a checkpoint remembers; nothing, which fits no file, when its words are not ours. */
  static LogMemory of(LogCheckpoint checkpoint) {
    List<String> parts = List.of(checkpoint.memory().split(SEPARATOR, -1));
    if (PARTS.getOrDefault(parts.getFirst(), -1) == parts.size()) {
      try {
        boolean hasPartials = parts.size() > 5;
        String partials = hasPartials ? parts.get(5) : "";
        Repeats _ = Repeats.of(parts.get(4));
        PartialLines _ = PartialLines.of(partials);
        return new LogMemory(
            new Mark(checkpoint.offset(), parts.get(1), parts.get(2)),
            Boolean.parseBoolean(parts.get(3)),
            parts.get(4),
            partials,
            hasPartials ? Long.parseLong(parts.get(6)) : 0,
            parts.size() > 7 ? SkipCounts.of(parts.get(7)) : Map.of());
      } catch (IllegalArgumentException _) {
        // Read again from the beginning: that counts nothing twice.
      }
    }
    return new LogMemory(new Mark(checkpoint.offset(), "", ""), false, "", "", 0, Map.of());
  }

  String toText() {
    return String.join(
        SEPARATOR,
        FORM,
        mark.head(),
        mark.tail(),
        Boolean.toString(insideLongLine),
        repeats,
        partials,
        Long.toString(unpacked),
        SkipCounts.toText(skipped));
  }

  /**
   * Tells whether what was read of a file still stands in it: the sums of its first bytes and of
   * the last ones before the place where reading stopped. A file that took another one's name, or
   * was cut short and written anew, has others.
   *
   * @param offset where reading stopped
   * @param head the sum of the file's first bytes
   * @param tail the sum of the last bytes before the offset
   */
  record Mark(long offset, String head, String tail) {
    /** The mark of a file of which nothing was read; it fits every file. */
    static final Mark NONE = new Mark(0, "", "");

    /** So many bytes of a log have times in them, and are like no other's. */
    private static final int HEAD_BYTES = 1 << 14;

    private static final int TAIL_BYTES = 1 << 14;
    private static final int SUM_BYTES = 8;

    /** The mark of what stands before that offset. */
    static Mark of(FileChannel file, long offset) throws IOException {
      if (offset == 0) {
        return NONE;
      }
      int head = (int) Math.min(HEAD_BYTES, offset);
      int tail = (int) Math.min(TAIL_BYTES, offset);
      return new Mark(offset, sum(file, 0, head), sum(file, offset - tail, tail));
    }

    /** Whether that file begins with what was read. */
    boolean fits(FileChannel file) throws IOException {
      if (file.size() < offset) {
        return false;
      }
      int headLength = (int) Math.min(HEAD_BYTES, offset);
      // The head tells almost always, and its bytes are at hand.
      return offset == 0 || (sum(file, 0, headLength).equals(head) && equals(of(file, offset)));
    }

    private static String sum(FileChannel file, long from, int length) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(length);
      while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
        // Reads on until all is there or the file ends.
      }
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes.flip());
        return HexFormat.of().formatHex(digest.digest(), 0, SUM_BYTES);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
