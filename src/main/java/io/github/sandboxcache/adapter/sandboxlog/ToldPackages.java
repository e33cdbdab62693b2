package io.github.sandboxcache.adapter.sandboxlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The packages that one object names. Not thread-safe. */
final class ToldPackages {
  private static final int MAX_PACKAGES = 1_000;
  private static final int MAX_PACKAGE_LENGTH = 2_000;

  private Optional<List<String>> names = Optional.empty();
  private boolean invalid;

  /** Takes the value at which the parser stands, in place of any before. */
  void take(JsonParser parser) throws IOException {
    names = Optional.empty();
    invalid = parser.currentToken() != JsonToken.START_ARRAY;
    if (invalid) {
      parser.skipChildren();
      return;
    }
    List<String> listed = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING
          && listed.size() < MAX_PACKAGES
          && parser.getTextLength() <= MAX_PACKAGE_LENGTH) {
        listed.add(parser.getText());
      } else {
        invalid = true;
        parser.skipChildren();
      }
    }
    names = invalid ? Optional.empty() : Optional.of(listed);
  }

  /** Their names; empty when there are none or they make no sense. */
  Optional<List<String>> names() {
    return names;
  }

  /** Whether something stands there that is no list of texts, or too many or too long ones. */
  boolean areInvalid() {
    return invalid;
  }
}
