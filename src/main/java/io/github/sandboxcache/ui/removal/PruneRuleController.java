package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.Cost;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** One rule of the preview, its number, and what it would do and cost. */
public final class PruneRuleController {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final PruneRule rule;
  private final PruneModel model;
  private final ToggleGroup group;
  private final UiTexts texts;

  @FXML private Region root;
  @FXML private RadioButton chosen;
  @FXML private Label before;
  @FXML private Button fewer;
  @FXML private TextField number;
  @FXML private Button more;
  @FXML private Label after;
  @FXML private Label images;
  @FXML private Label frees;
  @FXML private Region warning;
  @FXML private Label hits;
  @FXML private Label rebuild;

  PruneRuleController(PruneRule rule, PruneModel model, ToggleGroup group, UiTexts texts) {
    this.rule = rule;
    this.model = model;
    this.group = group;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    String name = "prune.rule." + rule.kind().name();
    root.setId(rule.kind().name());
    before.setText(texts.text(name + ".before"));
    after.setText(texts.text(name + ".after"));
    number.setAccessibleText(texts.text(name + ".number"));
    fewer.setAccessibleText(texts.text("prune.fewer", number.getAccessibleText()));
    more.setAccessibleText(texts.text("prune.more", number.getAccessibleText()));
    chosen.setToggleGroup(group);
    chosen.selectedProperty().subscribe(this::choose);
    model.kindProperty().subscribe(this::showChosen);
    number.addEventHandler(KeyEvent.KEY_PRESSED, this::stepperKey);
    number.textProperty().addListener((_, _, text) -> typed(text));
    number
        .focusedProperty()
        .addListener((_, _, focused) -> number.setText(focused ? number.getText() : rule.text()));
    rule.numberProperty().subscribe(this::showNumber);
    model.plansProperty().subscribe(this::show);
  }

  @FXML
  void step() {
    choose(true);
  }

  @FXML
  void less() {
    choose(true);
    rule.step(false);
  }

  @FXML
  void more() {
    choose(true);
    rule.step(true);
  }

  private void choose(boolean now) {
    if (now) {
      model.kindProperty().set(rule.kind());
    }
  }

  private void showChosen(Kind kind) {
    boolean mine = kind == rule.kind();
    chosen.setSelected(mine);
    root.pseudoClassStateChanged(CHOSEN, mine);
  }

  private void typed(String text) {
    choose(rule.typed(text));
  }

  private void showNumber(Number now) {
    OptionalInt shown = rule.read(number.getText());
    if (shown.isEmpty() || shown.getAsInt() != now.intValue()) {
      number.setText(rule.text());
    }
    fewer.setDisable(!rule.isKnown() || rule.isLeast());
    more.setDisable(!rule.isKnown() || rule.isMost());
  }

  private void stepperKey(KeyEvent event) {
    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      choose(true);
      rule.step(event.getCode() == KeyCode.UP);
      event.consume();
    }
  }

  private void show(Map<Kind, RemovalPlan> plans) {
    Optional<RemovalPlan> plan = Optional.ofNullable(plans.get(rule.kind()));
    Optional<Cost> cost = plan.flatMap(RemovalPlan::cost);
    images.setText(plan.map(p -> texts.text("prune.number", p.removals().size())).orElse(none()));
    frees.setText(
        plan.filter(p -> !p.removals().isEmpty())
            .map(p -> ByteText.summary(p.frees()))
            .orElse(none()));
    Optional<Cost> telling = cost.filter(c -> plan.filter(p -> p.isTelling(c)).isPresent());
    hits.setText(telling.map(c -> texts.text("prune.number", c.hits())).orElse(none()));
    boolean dear = cost.filter(Cost::isDear).isPresent();
    hits.getStyleClass().setAll("label", "small", dear ? "warn" : "text2");
    Nodes.show(warning, dear);
    rebuild.setText(
        cost.filter(c -> !c.rebuild().isZero())
            .map(c -> RelativeTime.length(c.rebuild()))
            .orElse(none()));
    chosen.setAccessibleText(
        String.join(
            " ",
            before.getText(),
            rule.text(),
            after.getText(),
            plan.map(p -> PruneCostText.sentence(p, texts)).orElse("")));
  }

  private String none() {
    return texts.text("prune.none");
  }
}
