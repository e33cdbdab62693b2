package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line over the table that says what failed saves left. */
public final class OrphanBannerController {
  private final OrphansModel model;
  private final Consumer<Node> showCard;
  private final UiTexts texts;

  @FXML private HBox root;
  @FXML private Label what;
  @FXML private Label why;
  @FXML private Button show;

  /**
   * The line of that model.
   *
   * @param showCard opens the list beneath a control
   */
  public OrphanBannerController(OrphansModel model, Consumer<Node> showCard, UiTexts texts) {
    this.model = model;
    this.showCard = showCard;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    model.announcedProperty().subscribe(shown -> Nodes.show(root, shown));
    model.viewProperty().subscribe(this::say);
  }

  private void say(OrphansView view) {
    int images = view.rows().size();
    String bytes = ByteText.brief(view.bytes());
    what.setText(
        bytes.isEmpty()
            ? texts.text("orphans.banner.measuring", images)
            : texts.text("orphans.banner", images, bytes));
    why.setText(texts.text("orphans.banner.why"));
  }

  @FXML
  void show() {
    showCard.accept(show);
  }

  @FXML
  void dismiss() {
    model.dismiss();
  }
}
