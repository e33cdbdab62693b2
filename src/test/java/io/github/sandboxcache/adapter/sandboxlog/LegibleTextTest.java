package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Legible is what is UTF-8 and has no NUL, and nothing around it counts. */
class LegibleTextTest {
  private final LegibleText text = new LegibleText();

  @Provide
  Arbitrary<byte[]> spoiltText() {
    Arbitrary<Byte> bytes =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.bytes().between((byte) 1, (byte) 127)),
            Tuple.of(1, Arbitraries.bytes()),
            Tuple.of(1, Arbitraries.of((byte) 0, (byte) 0x80, (byte) 0xc3)));
    return bytes.array(byte[].class).ofMaxSize(40);
  }

  private static boolean isUtf8WithoutNul(byte[] bytes, int from, int to) {
    try {
      return !StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString()
          .contains("\0");
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  @Property
  void bytesAreLegibleWhereADecoderSaysSo(
      @ForAll("spoiltText") byte[] bytes,
      @ForAll @IntRange(max = 40) int skipped,
      @ForAll @IntRange(max = 40) int left) {
    int from = Math.min(skipped, bytes.length);
    int to = Math.max(from, bytes.length - left);
    assertThat(text.isLegible(bytes, from, to)).isEqualTo(isUtf8WithoutNul(bytes, from, to));
  }

  @Property
  void everyWellFormedTextIsLegible(@ForAll String any) {
    byte[] bytes = any.getBytes(StandardCharsets.UTF_8);
    assertThat(text.isLegible(bytes, 0, bytes.length)).isEqualTo(!any.contains("\0"));
  }

  @Test
  void textOfAnyLengthIsReadToItsEnd() {
    byte[] bytes = "ż".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    assertThat(text.isLegible(bytes, 0, bytes.length)).isTrue();
    assertThat(text.isLegible(bytes, 0, bytes.length - 1)).isFalse();
    bytes[bytes.length - 1] = 0;
    assertThat(text.isLegible(bytes, 0, bytes.length)).isFalse();
  }
}
