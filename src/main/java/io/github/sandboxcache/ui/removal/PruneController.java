package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.PruneDoubts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.removal.PruneModel.Row;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ObjIntConsumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** The preview of a prune. */
public final class PruneController {
  private final PruneModel model;
  private final ObjIntConsumer<RemovalPlan> agreed;
  private final UiTexts texts;
  private final Clock clock;

  @FXML private Region root;
  @FXML private Button fewer;
  @FXML private TextField keep;
  @FXML private Button more;
  @FXML private Label policyCount;
  @FXML private Label policySize;
  @FXML private Label trouble;
  @FXML private SegmentedButton filters;
  @FXML private ToggleButton go;
  @FXML private ToggleButton stay;
  @FXML private ToggleButton all;
  @FXML private Label baseNote;
  @FXML private ListView<Row> list;
  @FXML private Label frees;
  @FXML private Label after;
  @FXML private Button prune;

  PruneController(
      PruneModel model, ObjIntConsumer<RemovalPlan> agreed, UiTexts texts, Clock clock) {
    this.model = model;
    this.agreed = agreed;
    this.texts = texts;
    this.clock = clock;
  }

  @FXML
  void initialize() {
    list.setItems(model.rows());
    list.setCellFactory(_ -> new PruneCell(texts, clock, model::toggle));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
    keep.addEventHandler(KeyEvent.KEY_PRESSED, this::stepperKey);
    keep.textProperty().addListener((_, _, text) -> typed(text));
    keep.focusedProperty()
        .addListener((_, _, focused) -> keep.setText(focused ? keep.getText() : keepText()));
    model.keepProperty().subscribe(this::showKeep);
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
    agreed.accept(model.planProperty().get(), model.keepProperty().get());
  }

  @FXML
  void keepFewer() {
    model.changeKeep(-1);
  }

  @FXML
  void keepMore() {
    model.changeKeep(1);
  }

  private void typed(String text) {
    PruneModel.readKeep(text).ifPresent(model.keepProperty()::set);
  }

  private void showKeep(Number count) {
    OptionalInt shown = PruneModel.readKeep(keep.getText());
    if (shown.isEmpty() || shown.getAsInt() != count.intValue()) {
      keep.setText(keepText());
    }
    boolean unknown = !model.isKeepKnown();
    fewer.setDisable(unknown || count.intValue() == 0);
    more.setDisable(unknown || count.intValue() >= PruneModel.MAX_KEEP);
  }

  /** A number that is not known is asked for, and not shown as one that somebody chose. */
  private String keepText() {
    return model.isKeepKnown() ? String.valueOf(model.keepProperty().get()) : "";
  }

  private void stepperKey(KeyEvent event) {
    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      model.changeKeep(event.getCode() == KeyCode.UP ? 1 : -1);
      event.consume();
    }
  }

  private void listKey(KeyEvent event) {
    if (!(list.getFocusModel().getFocusedItem() instanceof Row.Group group)) {
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
    policyCount.setText(texts.text("prune.images", going));
    policySize.setText(going == 0 ? "–" : ByteText.summary(freed));
    go.setText(texts.text("prune.filter.go", going));
    stay.setText(texts.text("prune.filter.stay", staying));
    all.setText(texts.text("prune.filter.all", going + staying));
    baseNote.setText(
        texts.text("prune.base-note", model.knownProperty().get().catalog().base().size()));
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
