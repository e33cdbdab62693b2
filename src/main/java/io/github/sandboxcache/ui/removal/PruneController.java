package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.PruneDoubts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.removal.PruneModel.Row;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The preview of a prune. */
public final class PruneController {
  private final PruneModel model;
  private final Consumer<RemovalPlan> agreed;
  private final Consumer<PruneRule> remember;
  private final UiTexts texts;
  private final Clock clock;

  private final ToggleGroup group = new ToggleGroup();

  @FXML private Region root;
  @FXML private VBox rules;
  @FXML private Label trouble;
  @FXML private SegmentedButton filters;
  @FXML private ToggleButton go;
  @FXML private ToggleButton stay;
  @FXML private ToggleButton all;
  @FXML private Label cost;
  @FXML private ListView<Row> list;
  @FXML private Label frees;
  @FXML private Label after;
  @FXML private CheckBox remembered;
  @FXML private Button prune;

  PruneController(
      PruneModel model,
      Consumer<RemovalPlan> agreed,
      Consumer<PruneRule> remember,
      UiTexts texts,
      Clock clock) {
    this.model = model;
    this.agreed = agreed;
    this.remember = remember;
    this.texts = texts;
    this.clock = clock;
  }

  @FXML
  void initialize() {
    list.setItems(model.rows());
    list.setCellFactory(_ -> new PruneCell(texts, clock, model));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
    for (PruneRule rule : model.rules()) {
      rules
          .getChildren()
          .add(FxmlViews.view(new PruneRuleController(rule, model, group, texts), texts));
    }
    ChoiceSegments.bind(
        filters,
        Map.of(go, PruneModel.Filter.GO, stay, PruneModel.Filter.STAY, all, PruneModel.Filter.ALL),
        model.filterProperty());
    model.planProperty().subscribe(this::show);
    model.knownProperty().subscribe(_ -> showTrouble());
    model.upToDateProperty().subscribe(this::allowPrune);
    Nodes.focusFirst(root, prune::requestFocus);
  }

  @FXML
  void prune() {
    if (remembered.isSelected()) {
      remember.accept(model.rule(model.kindProperty().get()));
    }
    agreed.accept(model.planProperty().get());
  }

  private void listKey(KeyEvent event) {
    Row focused = list.getFocusModel().getFocusedItem();
    if (focused instanceof Row.Image image && event.getCode() == KeyCode.SPACE) {
      model.toggle(image.image().reference());
      event.consume();
    }
    if (!(focused instanceof Row.Group group)) {
      return;
    }
    boolean fold = event.getCode() == KeyCode.LEFT && group.open();
    boolean unfold = event.getCode() == KeyCode.RIGHT && !group.open();
    if (fold || unfold || event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      int row = list.getFocusModel().getFocusedIndex();
      model.toggle(group.language());
      list.getFocusModel().focus(row);
      event.consume();
    }
  }

  private void show(RemovalPlan plan) {
    int going = plan.removals().size();
    int staying = plan.kept().size();
    Optional<ByteCount> freed = plan.frees();
    go.setText(texts.text("prune.filter.go", going));
    stay.setText(texts.text("prune.filter.stay", staying));
    all.setText(texts.text("prune.filter.all", going + staying));
    cost.setText(plan.cost().map(known -> PruneCostText.sentence(known, texts)).orElse(""));
    cost.getStyleClass()
        .setAll(
            "label",
            "small",
            plan.cost().filter(PruneCostText::isDear).isPresent() ? "warn" : "text2");
    frees.setText(FreedText.sentence(texts, freed, going));
    frees.setTooltip(new Tooltip(ByteText.exact(freed)));
    after.setText(texts.text("prune.after", staying, ByteText.summary(model.onDiskAfter())));
    prune.setText(texts.text("prune.do", going));
    allowPrune();
    showTrouble();
  }

  /** What is not known and so holds everything. */
  private void showTrouble() {
    PruneModel.Known known = model.knownProperty().get();
    String why = PruneDoubts.of(model.planProperty().get(), known.pins(), known.catalog()).why();
    Nodes.show(trouble, !why.isEmpty());
    trouble.setText(why);
  }

  /** What runs is what is shown, so nothing can while another plan is being made. */
  private void allowPrune() {
    boolean nothing = model.planProperty().get().removals().isEmpty();
    prune.setDisable(nothing || !model.upToDateProperty().get());
  }
}
