package io.github.sandboxcache.trials.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A verb that has ended.
 *
 * @param code its exit code, 128 and more for the number of a signal
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
public record AppRun(int code, String out, String err) {
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * The one document on standard output.
   *
   * @throws IllegalStateException when there is none, half a one, or something else besides
   */
  public JsonNode document() {
    try {
      JsonNode document = STRICT.readTree(out);
      if (document.isMissingNode()) {
        throw new IllegalStateException("no document; exit code " + code + "; " + err);
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not one document: " + out + "; " + err, e);
    }
  }
}
