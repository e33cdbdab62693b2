package io.github.sandboxcache.adapter.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;

/** How packages stand in the database: as an array of JSON. */
final class PackagesText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PackagesText() {}

  static String write(List<String> packages) {
    try {
      return JSON.writeValueAsString(packages);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("packages cannot be written as JSON", e);
    }
  }

  static List<String> read(String text) throws SQLException {
    try {
      return List.of(JSON.readValue(text, String[].class));
    } catch (JsonProcessingException | NullPointerException e) {
      throw new SQLException("the packages of an image are not legible", e);
    }
  }
}
