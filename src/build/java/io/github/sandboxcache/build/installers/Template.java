package io.github.sandboxcache.build.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A text file with values between at signs, as {@code @version@}. */
final class Template {
  private Template() {}

  static void write(Path template, Path to, Map<String, String> values) throws IOException {
    String text = Files.readString(template);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    Files.createDirectories(to.getParent());
    Files.writeString(to, text);
  }
}
