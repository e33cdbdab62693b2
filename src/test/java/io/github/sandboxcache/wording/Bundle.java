package io.github.sandboxcache.wording;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * One bundle as it stands in its file.
 *
 * @param texts by key
 */
record Bundle(Path file, Map<String, String> texts) {
  private static final String GERMAN = "_de.properties";

  /** Every bundle of words in English; icons are drawings. */
  static List<Bundle> english() {
    return SourceFiles.endingWith(".properties", SourceFiles.RESOURCES).stream()
        .filter(file -> !file.toString().endsWith(GERMAN) && !file.endsWith("icons.properties"))
        .map(Bundle::read)
        .toList();
  }

  /** The same in German. */
  Bundle german() {
    return read(file.resolveSibling(file.getFileName().toString().replace(".properties", GERMAN)));
  }

  /** Whether the window's controls show it, where an underscore means something. */
  boolean isOfTheWindow() {
    return file.startsWith(SourceFiles.RESOURCES.resolve("io/github/sandboxcache/ui"));
  }

  private static Bundle read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
    return new Bundle(file, texts);
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
