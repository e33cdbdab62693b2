package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Lines come out as they went in, however they arrive; too long ones pass by without a trace. */
class LineReaderTest {
  private static final int MAX_LINE = 1_048_576;

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Hands out at most so many bytes at once. */
  private static InputStream trickle(String text, int most) {
    List<InputStream> parts = new ArrayList<>();
    for (int i = 0; i < text.length(); i += most) {
      parts.add(bytes(text.substring(i, Math.min(text.length(), i + most))));
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static String line(LineReader reader) {
    int length = reader.to() - reader.from();
    return new String(reader.bytes(), reader.from(), length, StandardCharsets.ISO_8859_1);
  }

  @Property
  void linesAreWhatStandsBeforeLineFeedsAndTheRestIsWhatStandsBehindTheLast(
      @ForAll
          @StringLength(max = 60)
          @Chars({'\n', '\r', '\u000b', '\t', '\u008a', '\u00ff'})
          @CharRange(from = 'a', to = 'c')
          String text,
      @ForAll @IntRange(min = 1, max = 20) int most)
      throws IOException {
    LineReader reader = new LineReader(trickle(text, most), StandardCharsets.UTF_8, false);
    List<String> lines = new ArrayList<>();
    long done = 0;
    while (reader.next()) {
      lines.add(line(reader));
      done += line(reader).length() + 1;
      assertThat(reader.done()).isEqualTo(done);
      assertThat(reader.isTooLong()).isFalse();
    }
    String rest = text.substring(text.lastIndexOf('\n') + 1);
    assertThat(String.join("", lines.stream().map(line -> line + "\n").toList()) + rest)
        .isEqualTo(text);
    assertThat(lines).noneMatch(line -> line.contains("\n"));
    assertThat(reader.rest()).isEqualTo(!rest.isEmpty());
    assertThat(line(reader)).isEqualTo(rest);
    assertThat(reader.done()).isEqualTo((long) text.length() - rest.length());
  }

  @Test
  void aLineOfTheGreatestLengthIsKept() throws IOException {
    LineReader reader =
        new LineReader(
            bytes("a\n" + "b".repeat(MAX_LINE) + "\nc\n"), StandardCharsets.UTF_8, false);

    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(reader.isTooLong()).isFalse();
    assertThat(line(reader)).hasSize(MAX_LINE).matches("b+");
    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).isEqualTo("c");
    assertThat(reader.done()).isEqualTo(MAX_LINE + 5L);
  }

  @Test
  void aLongerLinePassesByAndTheNextOneIsWhole() throws IOException {
    int length = 3 * MAX_LINE;
    LineReader reader =
        new LineReader(bytes("a\n" + "b".repeat(length) + "\ncd\n"), StandardCharsets.UTF_8, false);

    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(reader.isTooLong()).isTrue();
    assertThat(reader.isInsideLongLine()).isFalse();
    assertThat(reader.done()).isEqualTo(2 + length + 1L);
    assertThat(reader.next()).isTrue();
    assertThat(reader.isTooLong()).isFalse();
    assertThat(line(reader)).isEqualTo("cd");
    assertThat(reader.done()).isEqualTo(2 + length + 1 + 3L);
  }

  @Test
  void aLongLineThatHasNoEndYetIsGoneOnWithLater() throws IOException {
    LineReader reader =
        new LineReader(bytes("b".repeat(MAX_LINE + 2)), StandardCharsets.UTF_8, false);

    assertThat(reader.next()).isFalse();
    assertThat(reader.isInsideLongLine()).isTrue();
    assertThat(reader.done()).isEqualTo(MAX_LINE + 2L);

    LineReader later = new LineReader(bytes("bbb\nc\nd"), StandardCharsets.UTF_8, true);
    assertThat(later.next()).isTrue();
    assertThat(later.isTooLong()).isTrue();
    assertThat(later.done()).isEqualTo(4);
    assertThat(later.next()).isTrue();
    assertThat(later.isTooLong()).isFalse();
    assertThat(line(later)).isEqualTo("c");
  }

  @Test
  void theRestOfALongLineIsALineTooLong() throws IOException {
    LineReader empty = new LineReader(bytes(""), StandardCharsets.UTF_8, true);
    assertThat(empty.next()).isFalse();
    assertThat(empty.rest()).isTrue();
    assertThat(empty.isTooLong()).isTrue();
    assertThat(empty.isInsideLongLine()).isFalse();
    assertThat(empty.rest()).isFalse();

    LineReader more = new LineReader(bytes("bb"), StandardCharsets.UTF_8, true);
    assertThat(more.next()).isFalse();
    assertThat(more.done()).isEqualTo(2);
    assertThat(more.rest()).isTrue();
    assertThat(more.isTooLong()).isTrue();
  }
}
