package io.github.sandboxcache.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Guards that words for people stand in the bundles alone, and only those that are shown. */
class LiteralTextTest {
  /** What is no word for people: addresses, as an engine has them, and what the benchmark reads. */
  private static final Set<String> ALLOWED =
      Set.of(
          "unix:///var/run/docker.sock",
          "unix:///run/user/1000/podman/podman.sock",
          "tcp://192.0.2.10:2375",
          "npipe:////./pipe/docker_engine",
          "painted ");

  private static final Pattern FXML_TEXT =
      Pattern.compile(
          "(?:text|promptText|accessibleText|accessibleHelp|accessibleRoleDescription|name|title"
              + "|empty|emptyHint|headerText|contentText)=\"([^\"%$][^\"]*)\"");
  private static final Pattern ICON = Pattern.compile("<Icon [^>]*>");

  private static final Pattern SHOWN_IN_JAVA =
      Pattern.compile(
          "(?:setText|setPromptText|setTitle|setHeaderText|setContentText|setAccessibleText"
              + "|setAccessibleHelp|setAccessibleRoleDescription"
              + "|new (?:[\\w.]+\\.)?(?:Label|Text|Button|ToggleButton|MenuItem|MenuButton|Tab"
              + "|TitledPane|CheckBox|RadioButton|Hyperlink|Tooltip|TreeTableColumn<[^>]*>)"
              + "|Tooltips\\.\\w+|println|\\.problem|\\.detail|\\.line)"
              + "\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern WORD = Pattern.compile("(?<!\\\\)\\p{L}{2,}");

  @Test
  void noWordStandsInFxml() {
    List<String> found = new ArrayList<>();
    for (Path file : SourceFiles.endingWith(".fxml", SourceFiles.RESOURCES)) {
      String fxml = ICON.matcher(SourceFiles.read(file)).replaceAll("");
      collect(FXML_TEXT, fxml, file, found);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noWordIsShownThatStandsInCode() {
    List<String> found = new ArrayList<>();
    for (Path file : SourceFiles.endingWith(".java", SourceFiles.JAVA)) {
      collect(SHOWN_IN_JAVA, SourceFiles.read(file), file, found);
    }
    assertThat(found).isEmpty();
  }

  /** Otherwise a pattern that finds nothing would look like code without words. */
  @Test
  void whatIsLookedForIsFound() {
    List<String> found = new ArrayList<>();
    Path file = Path.of("Example");
    collect(FXML_TEXT, "<Label styleClass=\"small\" text=\"On disk\"/>", file, found);
    collect(FXML_TEXT, "<Label text=\"%figures.disk\"/><Button text=\"…\"/>", file, found);
    collect(SHOWN_IN_JAVA, "label.setText(\"Free \\\"all\\\"\");", file, found);
    collect(SHOWN_IN_JAVA, "new Button(\n  \"Undo\")", file, found);
    collect(SHOWN_IN_JAVA, "new javafx.scene.control.Label(\"None\")", file, found);
    collect(SHOWN_IN_JAVA, "label.setText(texts.text(\"figures.disk\"));", file, found);

    assertThat(found)
        .containsExactly(
            "Example: On disk", "Example: Free \\\"all\\\"", "Example: Undo", "Example: None");
  }

  /** Whether picocli's keys are used its help shows, see the tests of the command line. */
  @Test
  void everyKeyIsAskedForSomewhere() {
    UsedKeys used = UsedKeys.inSources();
    assertThat(used.contains("header.engine")).isTrue();
    assertThat(used.contains("header.engine.of.nowhere")).isFalse();
    for (Bundle bundle : Bundle.english()) {
      Set<String> keys = new TreeSet<>(bundle.texts().keySet());
      if (bundle.toString().equals("help.properties")) {
        keys.removeIf(key -> !key.startsWith("problem."));
      }
      assertThat(used.unusedOf(keys)).as(bundle.toString()).isEmpty();
    }
  }

  private static void collect(Pattern pattern, String source, Path file, List<String> found) {
    Matcher matcher = pattern.matcher(source);
    while (matcher.find()) {
      String text = matcher.group(1);
      if (WORD.matcher(text).find() && !ALLOWED.contains(text)) {
        found.add(file.getFileName() + ": " + text);
      }
    }
  }
}
