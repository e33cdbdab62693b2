package io.github.sandboxcache.adapter.contents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sandboxcache.adapter.contents.PackageReader.BrokenMetadataException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What packages and their projects say of themselves as JSON, read token by token: as a tree it
 * could take any memory.
 *
 * @param name empty when it has none
 * @param version empty when it has none
 * @param dependencies names with versions as they stand there
 * @param moreDependencies those for development, and those that are not needed
 */
record MetadataJson(
    String name,
    String version,
    Map<String, String> dependencies,
    Map<String, String> moreDependencies) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int MAX_DEPENDENCIES = 2000;

  /** Reads one object; what is not of these fields is passed over. */
  static MetadataJson parse(byte[] content) throws BrokenMetadataException {
    try (JsonParser in = FACTORY.createParser(content)) {
      return read(in);
    } catch (IOException e) {
      throw new BrokenMetadataException(e);
    }
  }

  private static MetadataJson read(JsonParser in) throws IOException, BrokenMetadataException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new BrokenMetadataException("not an object");
    }
    String name = "";
    String version = "";
    Map<String, String> dependencies = new LinkedHashMap<>();
    Map<String, String> more = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String field = in.currentName();
      in.nextToken();
      switch (field) {
        case "name" -> name = text(in);
        case "version" -> version = text(in);
        case "dependencies" -> readTexts(in, dependencies);
        case "devDependencies", "optionalDependencies" -> readTexts(in, more);
        default -> in.skipChildren();
      }
    }
    return new MetadataJson(name, version, dependencies, more);
  }

  private static String text(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      return in.getText();
    }
    in.skipChildren();
    return "";
  }

  private static void readTexts(JsonParser in, Map<String, String> into) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      String value = text(in);
      if (MetadataText.isName(name)
          && value.length() <= MetadataText.MAX_NAME
          && into.size() < MAX_DEPENDENCIES) {
        into.put(name, value);
      }
    }
  }
}
