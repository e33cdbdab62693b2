package io.github.sandboxcache.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of texts are JSON as any other reader and writer of JSON understands it. */
class TextListTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Property
  void whatIsWrittenIsJson(@ForAll List<String> texts) throws JsonProcessingException {
    assertThat(JSON.readValue(TextList.write(texts), String[].class))
        .containsExactlyElementsOf(texts);
  }

  @Property
  void whatOthersWriteIsRead(@ForAll List<String> texts) throws JsonProcessingException {
    assertThat(TextList.parse(JSON.writeValueAsString(texts))).contains(texts);
    assertThat(TextList.parse(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(texts)))
        .contains(texts);
  }

  @Test
  void everyEscapeIsUnderstood() {
    String json = " [ \"\\u00e4\\uD83D\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\t\",\n\t\"\" ] \r\n";
    assertThat(TextList.parse(json)).contains(List.of("ä😀\"\\/\b\f\n\r\t", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "]",
        "[]]",
        "[] x",
        "[,]",
        "[\"a\",]",
        "[\"a\" \"b\"]",
        "[\"a\"",
        "[\"a",
        "[\"a\\",
        "[\"\\x\"]",
        "[\"\\u12\"]",
        "[\"\\u12g4\"]",
        "[\"a\nb\"]",
        "['a']",
        "[a]",
        "[1]",
        "[null]",
        "[[\"a\"]]",
        "{\"a\": 1}",
        "\"a\"",
        "null"
      })
  void anythingElseIsNoList(String json) {
    assertThat(TextList.parse(json)).isEmpty();
  }
}
