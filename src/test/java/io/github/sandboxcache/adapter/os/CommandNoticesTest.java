package io.github.sandboxcache.adapter.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said reaches the system's command as arguments, whatever it looks like. */
class CommandNoticesTest {
  private static final String TITLE = "--urgency=critical $(id) \"; do shell script \"id";

  @Test
  void onLinuxNothingIsTakenForAnOption() {
    List<String> command = new CommandNotices("Linux").command(TITLE, "Done.").orElseThrow();

    assertThat(command.getFirst()).isEqualTo("notify-send");
    assertThat(command).endsWith("--", TITLE, "Done.");
  }

  @Test
  void onMacOsTheScriptReadsItsArguments() {
    List<String> command = new CommandNotices("Mac OS X").command(TITLE, "Done.").orElseThrow();

    assertThat(command).endsWith(TITLE, "Done.");
    assertThat(command.subList(0, command.size() - 2)).noneMatch(part -> part.contains("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Windows 11", "AIX"})
  void elsewhereThereIsNone(String osName) {
    assertThat(new CommandNotices(osName).command(TITLE, "Done.")).isEmpty();
  }
}
