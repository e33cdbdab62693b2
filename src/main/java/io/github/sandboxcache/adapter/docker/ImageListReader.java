package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image list token by token. It is the longest answer of all, at every start and every
 * refresh; binding it to records takes twice as long.
 */
final class ImageListReader {
  /** As engines write a size that they do not know. */
  private static final long UNKNOWN = -1;

  private ImageListReader() {}

  /** Reads it to its end, one image at a time. */
  static void readEach(InputStream body, Consumer<ImageSummary> consumer) throws IOException {
    try (JsonParser in = EngineJson.MAPPER.createParser(body)) {
      if (in.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("not a list of images");
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        consumer.accept(image(in));
      }
    }
  }

  private static ImageSummary image(JsonParser in) throws IOException {
    String id = "";
    @Nullable String parentId = null;
    @Nullable List<String> repoTags = null;
    long created = 0;
    long size = UNKNOWN;
    @Nullable Long sharedSize = null;
    @Nullable Map<String, String> labels = null;
    expect(JsonToken.START_OBJECT, in);
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String field = in.currentName();
      if (in.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (field) {
        case "Id" -> id = text(in);
        case "ParentId" -> parentId = text(in);
        case "RepoTags" -> repoTags = texts(in);
        case "Created" -> created = in.getLongValue();
        case "Size" -> size = in.getLongValue();
        case "SharedSize" -> sharedSize = in.getLongValue();
        case "Labels" -> labels = textsByName(in);
        default -> in.skipChildren();
      }
    }
    return new ImageSummary(id, parentId, repoTags, created, size, sharedSize, labels);
  }

  private static List<String> texts(JsonParser in) throws IOException {
    expect(JsonToken.START_ARRAY, in);
    List<String> texts = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(in));
    }
    return texts;
  }

  private static Map<String, String> textsByName(JsonParser in) throws IOException {
    expect(JsonToken.START_OBJECT, in);
    Map<String, String> texts = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      if (in.nextToken() != JsonToken.VALUE_NULL) {
        texts.put(name, text(in));
      }
    }
    return texts;
  }

  private static String text(JsonParser in) throws IOException {
    expect(JsonToken.VALUE_STRING, in);
    return in.getText();
  }

  private static void expect(JsonToken token, JsonParser in) throws IOException {
    if (in.currentToken() != token) {
      throw new IOException("an image list of another form: " + in.currentToken());
    }
  }
}
