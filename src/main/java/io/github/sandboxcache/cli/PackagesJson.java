package io.github.sandboxcache.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a list of packages that a program gives as a JSON array of strings in UTF-8. */
final class PackagesJson {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private PackagesJson() {}

  /** The input was something else. */
  static final class NotAnArrayOfStringsException extends Exception {
    private static final long serialVersionUID = 1L;

    NotAnArrayOfStringsException(String why) {
      super(why);
    }

    NotAnArrayOfStringsException(String why, IOException cause) {
      super(why, cause);
    }
  }

  /** All strings of the array, surrogates without a partner included when they came as escapes. */
  static List<String> read(InputStream input) throws NotAnArrayOfStringsException {
    JsonNode array = parse(input);
    if (!array.isArray()) {
      throw new NotAnArrayOfStringsException(array.getNodeType().name());
    }
    for (JsonNode element : array) {
      if (!element.isTextual()) {
        throw new NotAnArrayOfStringsException(element.getNodeType().name());
      }
    }
    return array.valueStream().map(JsonNode::textValue).toList();
  }

  private static JsonNode parse(InputStream input) throws NotAnArrayOfStringsException {
    try {
      // A decoder of its own reports bytes that are not UTF-8 instead of replacing them.
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(input.readAllBytes()))
              .toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return JsonText.MAPPER.readTree(marked ? text.substring(1) : text);
    } catch (JsonProcessingException e) {
      throw new NotAnArrayOfStringsException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new NotAnArrayOfStringsException(String.valueOf(e.getMessage()), e);
    }
  }
}
