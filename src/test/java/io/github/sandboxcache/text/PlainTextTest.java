package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

/** Guards that text of others can be shown without being interpreted. */
class PlainTextTest {
  /** No controls, nothing invisible that formats, no ends of lines, no halves of characters. */
  private static final Pattern HARMLESS =
      Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]*");

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(PlainText.line("numpy==2.1.3 Grüße 日本 👍")).isEqualTo("numpy==2.1.3 Grüße 日本 👍");
  }

  @Test
  void terminalSequencesBecomeVisible() {
    assertThat(PlainText.line("\u001b]0;owned\u0007\n\u009b31m"))
        .isEqualTo("\\u001b]0;owned\\u0007\\u000a\\u009b31m");
  }

  @Test
  void changesOfDirectionBecomeVisible() {
    assertThat(PlainText.line("safe\u202egnp.exe")).isEqualTo("safe\\u202egnp.exe");
  }

  @Test
  void loneSurrogatesBecomeVisible() {
    assertThat(PlainText.line("a\ud800b")).isEqualTo("a\\ud800b");
  }

  @Test
  void outputLosesItsColoursAndKeepsItsLastState() {
    assertThat(PlainText.outputLine("10 %\r\u001b[31;1mfailed\u001b[0m\tnow\r"))
        .isEqualTo("failed    now");
    assertThat(PlainText.outputLine("\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\"))
        .isEqualTo("link");
  }

  @Property
  void nothingUnsafeIsLeft(@ForAll String untrusted) {
    assertThat(PlainText.line(untrusted)).matches(HARMLESS);
    assertThat(PlainText.outputLine(untrusted)).matches(HARMLESS);
  }

  /** Most strings have none of the few characters that matter. */
  @Property
  void nothingUnsafeIsLeftOfWhatIsMadeToHarm(
      @ForAll @Chars({'\u001b', '\u009b', '\u202e', '\u2066', '\r', '[', ']', '3', 'm', '\u0007'})
          String untrusted) {
    nothingUnsafeIsLeft(untrusted);
  }
}
