package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page that says what each number means. */
public final class HelpController {
  private static final double GAP = 2;

  /** A number, in the order in which the window shows them. */
  enum Topic {
    DISK,
    OWN,
    TOTAL,
    RECLAIMABLE,
    HIT_RATE,
    HITS,
    SAVED,
    LAST_USED,
    STATUS,
    SOURCES
  }

  private final UiTexts texts;

  @FXML private Region root;
  @FXML private VBox topics;
  @FXML private Button close;

  HelpController(UiTexts texts) {
    this.texts = texts;
  }

  @FXML
  void initialize() {
    for (Topic topic : Topic.values()) {
      topics.getChildren().add(entry(topic));
    }
    Nodes.focusFirst(root, close::requestFocus);
  }

  private VBox entry(Topic topic) {
    Label name = new Label(texts.text("help." + topic.name() + ".name"));
    name.getStyleClass().add("semibold");
    Label meaning = new Label(texts.text("help." + topic.name() + ".text"));
    meaning.getStyleClass().add("text2");
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    name.setLabelFor(meaning);
    return new VBox(GAP, name, meaning);
  }
}
