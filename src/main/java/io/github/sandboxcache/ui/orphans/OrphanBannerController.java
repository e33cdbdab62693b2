package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line over the table that says what failed saves left, or that saves fail. */
public final class OrphanBannerController {
  private final OrphansModel model;
  private final Actions actions;
  private final ObservableBooleanValue listed;
  private final ObservableBooleanValue busy;
  private final UiTexts texts;

  @FXML private HBox root;
  @FXML private Label what;
  @FXML private Label why;
  @FXML private Button show;
  @FXML private Button install;
  @FXML private Button remove;

  private HoverTip tip;

  /**
   * What its buttons do.
   *
   * @param showCard opens the list beneath a control
   * @param install opens the dialog that installs packages
   * @param installMissed told what sandboxes missed and is to be installed
   */
  public record Actions(
      Consumer<Node> showCard, Runnable install, Consumer<List<MissedSet>> installMissed) {}

  /**
   * The line of that model.
   *
   * @param listed whether the images are listed in the window anyway, so that nothing shows them
   * @param busy whether something is being removed already, so that nothing else can be
   */
  public OrphanBannerController(
      OrphansModel model,
      Actions actions,
      ObservableBooleanValue listed,
      ObservableBooleanValue busy,
      UiTexts texts) {
    this.model = model;
    this.actions = actions;
    this.listed = listed;
    this.busy = busy;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    tip = HoverTip.on(root);
    remove.disableProperty().bind(busy);
    model.announcedProperty().subscribe(shown -> Nodes.show(root, shown));
    model.viewProperty().subscribe(this::say);
    listed.subscribe(() -> say(model.viewProperty().get()));
  }

  private void say(OrphansView view) {
    BannerText words = BannerText.of(view, texts);
    what.setText(words.what());
    why.setText(words.why());
    // The second may not have room for all of it.
    tip.setText(words.what() + "\n" + words.why());
    Nodes.show(show, words.install().isEmpty() && !listed.get());
    Nodes.show(install, words.install().isPresent());
    install.setText(words.install().orElse(""));
    int going = view.plan().removals().size();
    remove.setText(texts.text("orphans.banner.remove", going));
    remove.setAccessibleText(texts.text("orphans.banner.remove.accessible", going));
    Nodes.show(remove, going > 0);
  }

  @FXML
  void show() {
    actions.showCard().accept(show);
  }

  @FXML
  void install() {
    List<MissedSet> missed = model.viewProperty().get().missed();
    if (missed.isEmpty()) {
      actions.install().run();
    } else {
      actions.installMissed().accept(missed);
    }
  }

  @FXML
  void remove() {
    model.remove();
  }

  @FXML
  void dismiss() {
    model.dismiss();
  }
}
