package io.github.sandboxcache.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Guards that a screen reader has a name for whatever can have the keyboard. */
class NamedControlsTest {
  private static final Pattern CONTROL =
      Pattern.compile(
          "<(Button|ToggleButton|MenuButton|TextField|CustomTextField|ListView|TreeTableView"
              + "|ProgressBar|ComboBox|TextArea)\\b([^>]*)>");
  private static final Pattern LABEL_FOR = Pattern.compile("labelFor=\"\\$(\\w+)\"");
  private static final Pattern ID = Pattern.compile("fx:id=\"(\\w+)\"");

  /** Those whose name changes with what they show: their controllers set it. */
  private static final Set<String> NAMED_BY_CODE =
      Set.of(
          "Usage.fxml fold",
          "Group.fxml install",
          "Header.fxml prune",
          "Closing.fxml confirm",
          "ImageButtons.fxml pin",
          "ClearQuestion.fxml confirm",
          "Contents.fxml read",
          "Install.fxml primary",
          "Install.fxml secondary",
          "OrphanBanner.fxml remove",
          "Orphans.fxml name",
          "Orphans.fxml remove",
          "SeveralBar.fxml pinAll",
          "SeveralBar.fxml removeAll",
          "Prune.fxml go",
          "Prune.fxml stay",
          "PruneRule.fxml fewer",
          "PruneRule.fxml number",
          "PruneRule.fxml more",
          "Prune.fxml all",
          "Prune.fxml keepMissed",
          "Prune.fxml kept",
          "Prune.fxml letRun",
          "Prune.fxml prune",
          "TaskCard.fxml showNotes",
          "Toast.fxml other",
          "Toast.fxml action",
          "Empty.fxml missed");

  @Test
  void everyControlHasAName() {
    List<String> nameless = new ArrayList<>();
    for (Path file : SourceFiles.endingWith(".fxml", SourceFiles.RESOURCES)) {
      String fxml = SourceFiles.read(file);
      List<String> labelled =
          LABEL_FOR.matcher(fxml).results().map(found -> found.group(1)).toList();
      Matcher control = CONTROL.matcher(fxml);
      while (control.find()) {
        String attributes = control.group(2);
        Matcher id = ID.matcher(attributes);
        String name = id.find() ? id.group(1) : control.group();
        boolean named =
            attributes.contains("accessibleText=")
                || attributes.contains(" text=")
                || labelled.contains(name);
        if (!named) {
          nameless.add(file.getFileName() + " " + name);
        }
      }
    }
    assertThat(nameless).isSubsetOf(NAMED_BY_CODE).containsAll(NAMED_BY_CODE);
  }
}
