package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.task.Cancellation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CommandOutputTest {
  /** As the engine sends it: which stream, three empty bytes, the length, the text. */
  private static String frame(int stream, String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    assertThat(length).isLessThan(128);
    return (char) stream + "\0\0\0\0\0\0" + (char) length + text;
  }

  private static List<String> lines(String... frames) {
    List<String> lines = new ArrayList<>();
    try (FakeEngine fake = FakeEngine.speaking("1.40", "1.51");
        EngineConnection engine =
            EngineConnection.at(URI.create(fake.uri()), Optional.empty())
                .speaking(ApiVersion.NEWEST)) {
      fake.answer("/v1.51/containers/c/exec", 201, "{\"Id\":\"e\"}")
          .answer("/v1.51/exec/e/start", 200, String.join("", frames))
          .answer("/v1.51/exec/e/json", 200, "{\"Running\":false,\"ExitCode\":0}");
      assertThat(
              new ContainerExec(engine, "c")
                  .run(
                      new ContainerCommand(List.of("x"), "/", Map.of(), "0"),
                      lines::add,
                      new Cancellation()))
          .isZero();
    }
    return lines;
  }

  private static String out(String text) {
    return frame(1, text);
  }

  private static String err(String text) {
    return frame(2, text);
  }

  private static List<String> split(byte[]... pieces) {
    List<String> lines = new ArrayList<>();
    LineSplitter splitter = new LineSplitter(lines::add);
    for (byte[] piece : pieces) {
      splitter.accept(piece, piece.length);
    }
    splitter.end();
    return lines;
  }

  @Test
  void theTwoStreamsAreNotMixedWithinALine() {
    assertThat(lines(out("on"), err("warn"), out("e\ntwo\n"), err("ing\n")))
        .containsExactly("one", "two", "warning");
  }

  @Test
  void aProgressBarIsALineEachTimeItIsDrawnAnew() {
    assertThat(lines(out("10%\r20%\r30%\r\ndone\n\nlast")))
        .containsExactly("10%", "20%", "30%", "done", "", "last");
  }

  @Test
  void aPairOfLineEndsSplitOverTwoFramesEndsOneLine() {
    assertThat(lines(out("one\r"), out("\ntwo"))).containsExactly("one", "two");
  }

  @Test
  void whatIsNotUtf8IsReplaced() {
    assertThat(split(new byte[] {'a', (byte) 0xff, 'b', '\n'})).containsExactly("a\ufffdb");
  }

  @Test
  void aLineBeyondAllMeasureIsCut() {
    String huge = "x".repeat(LineSplitter.MAX_LINE_BYTES + 1);
    assertThat(split((huge + "\nnext\n").getBytes(StandardCharsets.UTF_8)))
        .containsExactly(huge.substring(1) + "…", "next");
  }

  /** However the bytes of a text are cut into pieces, its lines are the same. */
  @Property
  void piecesDoNotMatter(
      @ForAll @Size(max = 30) List<String> words, @ForAll @IntRange(min = 1, max = 7) int step) {
    List<String> expected =
        words.stream().map(word -> word.replaceAll("[\r\n\\p{Cs}]", "") + "ü€😀").toList();
    byte[] bytes = String.join("\n", expected).getBytes(StandardCharsets.UTF_8);
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += step) {
      pieces.add(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + step)));
    }
    assertThat(split(pieces.toArray(byte[][]::new))).isEqualTo(expected);
  }
}
