package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards that package names reach the cache key as typed, whatever the locale. */
class ArgumentsTest {
  private static byte[] commandLine(String... arguments) {
    return (String.join("\0", arguments) + "\0").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void lostCharactersAreReadAgain() {
    assertThat(
            Arguments.restored(
                List.of("key", "python", "??"),
                commandLine("java", "-cp", "x", "Main", "key", "python", "é👍")))
        .containsExactly("key", "python", "é👍");
  }

  @Test
  void emptyArgumentsStay() {
    assertThat(Arguments.restored(List.of("key", ""), commandLine("java", "Main", "key", "")))
        .containsExactly("key", "");
  }

  @Test
  void commandLineThatIsTooShortIsNotBelieved() {
    assertThat(Arguments.restored(List.of("key", "a"), commandLine("key")))
        .containsExactly("key", "a");
  }

  @Test
  void theVerbIsTheFirstWordThatIsOneWhateverPackagesAreCalled() {
    assertThat(Arguments.verb(List.of("--engine", "unix:///x", "doctor"))).contains("doctor");
    assertThat(Arguments.verb(List.of("install", "javascript", "doctor"))).contains("install");
    assertThat(Arguments.verb(List.of("--help"))).isEmpty();
  }
}
