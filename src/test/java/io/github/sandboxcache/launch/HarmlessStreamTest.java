package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Guards that nothing printed on standard error by anybody can command the terminal. */
class HarmlessStreamTest {
  private static String through(String text) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (HarmlessStream stream = new HarmlessStream(target)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return target.toString(StandardCharsets.UTF_8);
  }

  @Test
  void ordinaryTextPasses() throws IOException {
    assertThat(through("Grüße ÀÁ ¿ 日本👍\tx\r\n")).isEqualTo("Grüße ÀÁ ¿ 日本👍\tx\r\n");
  }

  @Test
  void controlsDoNot() throws IOException {
    assertThat(through("\u001b[2J\u009b31m\u0007")).isEqualTo("?[2J¿31m?");
  }

  @Property
  void noControlIsLeft(@ForAll String text) throws IOException {
    assertThat(through(text).chars())
        .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }
}
