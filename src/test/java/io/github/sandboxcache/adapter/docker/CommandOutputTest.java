package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CommandOutputTest {
  private static byte[] frame(int stream, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .put((byte) stream)
        .put(new byte[3])
        .putInt(content.length)
        .put(content)
        .array();
  }

  private static List<String> lines(byte[]... frames) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      body.write(frame);
    }
    List<String> lines = new ArrayList<>();
    OutputFrames.read(new ByteArrayInputStream(body.toByteArray()), lines::add);
    return lines;
  }

  private static byte[] out(String text) {
    return frame(1, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] err(String text) {
    return frame(2, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theTwoStreamsAreNotMixedWithinALine() throws IOException {
    assertThat(lines(out("on"), err("warn"), out("e\ntwo\n"), err("ing\n")))
        .containsExactly("one", "two", "warning");
  }

  @Test
  void aProgressBarIsALineEachTimeItIsDrawnAnew() throws IOException {
    assertThat(lines(out("10%\r20%\r30%\r\ndone\n\nlast")))
        .containsExactly("10%", "20%", "30%", "done", "", "last");
  }

  @Test
  void aPairOfLineEndsSplitOverTwoFramesEndsOneLine() throws IOException {
    assertThat(lines(out("one\r"), out("\ntwo"))).containsExactly("one", "two");
  }

  @Test
  void whatIsNotUtf8IsReplaced() throws IOException {
    assertThat(lines(frame(1, new byte[] {'a', (byte) 0xff, 'b', '\n'})))
        .containsExactly("a\ufffdb");
  }

  @Test
  void aLineBeyondAllMeasureIsCut() throws IOException {
    String huge = "x".repeat(LineSplitter.MAX_LINE_BYTES + 1);
    assertThat(lines(out(huge + "\nnext\n"))).containsExactly(huge.substring(1) + "…", "next");
  }

  @Test
  void outputThatBreaksOffInsideAFrameIsAnError() {
    byte[] whole = out("text");
    byte[] broken = Arrays.copyOf(whole, whole.length - 1);
    assertThatThrownBy(() -> lines(broken)).isInstanceOf(EOFException.class);
  }

  /** However the bytes of a text are spread over frames, its lines are the same. */
  @Property
  void framesDoNotMatter(
      @ForAll @Size(max = 30) List<String> words, @ForAll @IntRange(min = 1, max = 7) int step)
      throws IOException {
    List<String> expected =
        words.stream().map(word -> word.replaceAll("[\r\n\\p{Cs}]", "") + "ü€😀").toList();
    byte[] bytes = String.join("\n", expected).getBytes(StandardCharsets.UTF_8);
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += step) {
      frames.add(frame(1, Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + step))));
    }
    assertThat(lines(frames.toArray(byte[][]::new))).isEqualTo(expected);
  }
}
