package io.github.sandboxcache.ui.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** What the window says in English and in no other language. */
final class EnglishWords {
  private static final List<String> BUNDLES = List.of("ui", "dialogs");

  private EnglishWords() {}

  /** Texts without arguments that a German never reads. */
  static Set<String> only() {
    Set<String> english = new HashSet<>();
    Set<String> german = new HashSet<>();
    for (String bundle : BUNDLES) {
      texts(bundle + ".properties").values().forEach(text -> english.add(text.toString()));
      texts(bundle + "_de.properties").values().forEach(text -> german.add(text.toString()));
    }
    english.removeAll(german);
    english.removeIf(text -> text.isBlank() || text.contains("{"));
    return english;
  }

  private static Properties texts(String file) {
    Properties texts = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                EnglishWords.class.getResourceAsStream("/io/github/sandboxcache/ui/base/" + file)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
