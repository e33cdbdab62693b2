package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** A pattern is found where a plain search finds it. */
class BytePatternTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Property
  void aPatternIsFoundWhereItFirstStandsWithinTheBounds(
      @ForAll @StringLength(min = 1, max = 4) @Chars({'a', 'b', '\u00ff'}) String pattern,
      @ForAll @StringLength(max = 20) @Chars({'a', 'b', '\u00ff'}) String text,
      @ForAll @IntRange(max = 5) int skipped,
      @ForAll @IntRange(max = 5) int left) {
    int from = Math.min(skipped, text.length());
    int to = Math.max(from, text.length() - left);
    int found = text.substring(from, to).indexOf(pattern);

    assertThat(new Mentions.BytePattern(bytes(pattern)).indexIn(bytes(text), from, to))
        .isEqualTo(found < 0 ? -1 : from + found);
  }
}
