package io.github.sandboxcache.adapter.contents;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Metadata files that are lines of text. */
final class MetadataText {
  /** Names and versions that are longer are not told. */
  static final int MAX_NAME = 300;

  private static final int MAX_DEPENDENCIES = 200;

  /** Lines that are longer are no names or versions of anything. */
  private static final int MAX_LINE = 1 << 14;

  private MetadataText() {}

  /** One line after the other, as UTF-8, without those that are too long to mean anything. */
  static Stream<String> lines(byte[] content) {
    return new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8))
        .lines()
        .filter(line -> line.length() <= MAX_LINE);
  }

  /** Fields as in mail headers, to the first empty line; lines that go on are left out. */
  static void fields(byte[] content, BiConsumer<String, String> consumer) {
    lines(content).takeWhile(line -> !line.isEmpty()).forEach(line -> field(line, consumer));
  }

  /** One field, if that line begins one. */
  static void field(String line, BiConsumer<String, String> consumer) {
    int colon = line.indexOf(':');
    if (colon > 0 && line.charAt(0) != ' ' && line.charAt(0) != '\t') {
      consumer.accept(line.substring(0, colon), line.substring(colon + 1).strip());
    }
  }

  /** Whether the file at that path has that name. */
  static boolean isNamed(String name, String path) {
    return path.endsWith(name)
        && (path.length() == name.length()
            || path.charAt(path.length() - name.length() - 1) == '/');
  }

  /** Whether it can be a name or version. */
  static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= MAX_NAME;
  }

  /** Names in their order, each once, not too many. */
  static List<String> names(Stream<String> names) {
    return new ArrayList<>(
        names.filter(MetadataText::isName).distinct().limit(MAX_DEPENDENCIES).toList());
  }
}
