package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The toolkit takes the binary form of a sheet where there is one: it has to say the same. */
class BinaryStylesTest {
  @ParameterizedTest
  @MethodSource("sheets")
  void theBinaryFormSaysWhatTheTextSays(Path sheet) throws IOException {
    Stylesheet text = new CssParser().parse(sheet.toUri().toURL());
    URI binary = URI.create(sheet.toUri().toString().replaceAll("css$", "bss"));

    assertThat(said(Stylesheet.loadBinary(binary.toURL())))
        .isNotEmpty()
        .containsExactlyElementsOf(said(text));
  }

  private static List<String> said(Stylesheet sheet) {
    // Declarations are read when they are asked for.
    sheet.getRules().forEach(Rule::getDeclarations);
    return sheet.getRules().stream().map(Rule::toString).toList();
  }

  static List<Path> sheets() throws IOException, URISyntaxException {
    URL tokens = Objects.requireNonNull(Theme.class.getResource("tokens.css"));
    Path ui = Path.of(tokens.toURI()).resolve("../..").normalize();
    try (Stream<Path> files = Files.walk(ui)) {
      return files.filter(file -> file.toString().endsWith(".css")).toList();
    }
  }
}
