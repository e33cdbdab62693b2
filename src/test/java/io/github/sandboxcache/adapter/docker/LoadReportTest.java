package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.engine.EngineRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines answer 200 and tell within the answer that an image could not be loaded. */
class LoadReportTest {
  private static boolean check(String answer) throws IOException {
    return LoadReport.check(
        new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), "POST /images/load");
  }

  @Test
  void whatIsLoadedIsNoError() throws IOException {
    assertThat(check("")).isTrue();
    assertThat(
            check(
                """
                {"status":"Loading layer","progressDetail":{"current":512,"total":62464},"id":"cc0c"}
                {"stream":"Loaded image ID: sha256:8729\\n"}
                """))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"errorDetail\":{\"message\":\"x\"},\"error\":\"invalid diffID for layer 0\"}"
            + "|invalid diffID for layer 0",
        "{\"stream\":\"Loaded image ID: sha256:2\"}{\"stream\":\"Error unpacking image 2: gone\"}"
            + "|Error unpacking image 2: gone"
      })
  void whatIsNotLoadedIsToldInTheEnginesWords(String answer, String words) {
    assertThatThrownBy(() -> check(answer))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage(words);
  }

  @Test
  void anAnswerThatBreaksOffIsNoSuccess() {
    assertThatThrownBy(() -> check("{\"stream\":\"Loa")).isInstanceOf(IOException.class);
  }
}
