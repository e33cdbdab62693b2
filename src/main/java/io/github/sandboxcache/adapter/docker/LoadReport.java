package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import java.io.IOException;
import java.io.InputStream;

/** What an engine says while it loads an image: one value after the other. */
final class LoadReport {
  /** Docker's containerd store takes a layer that it cannot find for no error. */
  private static final String NOT_UNPACKED = "Error unpacking image";

  private LoadReport() {}

  /**
   * Reads it to its end.
   *
   * @param request what was asked for
   * @return always true; there is nothing else to know
   * @throws EngineRefusedException when an error is among it
   */
  static boolean check(InputStream body, String request) throws IOException {
    try (MappingIterator<JsonNode> reports =
        EngineJson.MAPPER.readerFor(JsonNode.class).readValues(body)) {
      while (reports.hasNextValue()) {
        JsonNode report = reports.nextValue();
        String told = report.path("stream").asText();
        String error = told.startsWith(NOT_UNPACKED) ? told : report.path("error").asText();
        if (!error.isEmpty()) {
          throw new EngineRefusedException(0, request, error.strip());
        }
      }
    }
    return true;
  }
}
