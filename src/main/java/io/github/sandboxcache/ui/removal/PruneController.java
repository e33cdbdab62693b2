package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.Cost;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.RuleText;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.PruneDoubts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.removal.PruneRows.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;

/** The preview of a prune. */
public final class PruneController {
  private final PruneModel model;
  private final Actions actions;
  private final ObservableValue<AutomaticSetting> automatic;
  private final UiTexts texts;
  private final Clock clock;

  /** More names fill the line. */
  private static final int NAMED = 3;

  private final ToggleGroup group = new ToggleGroup();
  private Subscription following = Subscription.EMPTY;
  private final StringProperty whyNot = new SimpleStringProperty("");

  @FXML private Region root;
  @FXML private VBox rules;
  @FXML private Label trouble;
  @FXML private SegmentedButton filters;
  @FXML private ToggleButton go;
  @FXML private ToggleButton stay;
  @FXML private ToggleButton all;
  @FXML private Label cost;
  @FXML private ListView<PruneRow> list;
  @FXML private HBox missed;
  @FXML private Label missedText;
  @FXML private Button keepMissed;
  @FXML private Button kept;
  @FXML private Label automaticNote;
  @FXML private Button letRun;
  @FXML private HBox pruneBox;
  @FXML private Label frees;
  @FXML private Label after;
  @FXML private CheckBox remembered;
  @FXML private Button prune;

  /**
   * What can be done from here.
   *
   * @param prune starts what the plan says
   * @param remember makes a rule the one of the button
   * @param pin pins images
   * @param letRun lets the rule run by itself from now on; the user has just seen what it removes
   * @param rest lets none run by itself any more
   */
  record Actions(
      Consumer<RemovalPlan> prune,
      Consumer<PruneRule> remember,
      Consumer<List<CacheReference>> pin,
      Consumer<PruneRule> letRun,
      Runnable rest) {}

  /**
   * A preview.
   *
   * @param automatic when the cache is pruned by itself
   */
  PruneController(
      PruneModel model,
      Actions actions,
      ObservableValue<AutomaticSetting> automatic,
      UiTexts texts,
      Clock clock) {
    this.model = model;
    this.actions = actions;
    this.automatic = automatic;
    this.texts = texts;
    this.clock = clock;
  }

  @FXML
  void initialize() {
    PruneRows rows = model.rows();
    HoverTip.bind(pruneBox, whyNot);
    list.setItems(rows.all());
    list.setCellFactory(
        _ -> new PruneCell(texts, clock, model, image -> actions.pin().accept(List.of(image))));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
    for (PruneRule rule : model.rules()) {
      rules
          .getChildren()
          .add(FxmlViews.view(new PruneRuleController(rule, model, group, texts), texts));
    }
    ChoiceSegments.bind(
        filters, Map.of(go, Filter.GO, stay, Filter.STAY, all, Filter.ALL), rows.filterProperty());
    model.planProperty().subscribe(this::show);
    model.upToDateProperty().subscribe(this::allowPrune);
    model.kindProperty().subscribe(_ -> allowPrune());
    model.rules().forEach(rule -> rule.legibleProperty().addListener((_, _, _) -> allowPrune()));
    following = automatic.subscribe(_ -> showAutomatic());
    Nodes.focusFirst(root, prune::requestFocus);
  }

  @FXML
  void prune() {
    if (remembered.isSelected()) {
      actions.remember().accept(model.rule(model.kindProperty().get()));
    }
    actions.prune().accept(model.planProperty().get());
  }

  private void listKey(KeyEvent event) {
    PruneRow focused = list.getFocusModel().getFocusedItem();
    if (focused instanceof PruneRow.Image image) {
      imageKey(image, event);
    }
    if (!(focused instanceof PruneRow.Group group)) {
      return;
    }
    boolean fold = event.getCode() == KeyCode.LEFT && group.open();
    boolean unfold = event.getCode() == KeyCode.RIGHT && !group.open();
    if (fold || unfold || event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      int row = list.getFocusModel().getFocusedIndex();
      model.rows().toggle(group.language());
      list.getFocusModel().focus(row);
      event.consume();
    }
  }

  /** What can be clicked in a row, for the keyboard. */
  private void imageKey(PruneRow.Image row, KeyEvent event) {
    CacheReference image = row.image().reference();
    switch (event.getCode()) {
      case SPACE -> model.toggle(image);
      case ENTER -> actions.pin().accept(List.of(image));
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** To be called once the preview is closed. */
  void closed() {
    following.unsubscribe();
  }

  private boolean runsByItself() {
    PruneRule shown = model.rule(model.kindProperty().get());
    AutomaticSetting now = automatic.getValue();
    return now.isOn() && now.approved().equals(Optional.of(shown.rule()));
  }

  private void showAutomatic() {
    AutomaticSetting now = automatic.getValue();
    boolean mine = runsByItself();
    letRun.setText(texts.text(mine ? "prune.automatic.rest" : "prune.automatic.run"));
    letRun.setDisable(!mine && !model.upToDateProperty().get());
    automaticNote.setText(
        mine
            ? texts.text("prune.automatic.mine")
            : now.isOn()
                ? now.approved()
                    .map(rule -> texts.text("prune.automatic.other", RuleText.brief(rule)))
                    .orElseGet(() -> texts.text("prune.automatic.waits"))
                : "");
  }

  @FXML
  void letRun() {
    if (runsByItself()) {
      actions.rest().run();
    } else {
      actions.letRun().accept(model.rule(model.kindProperty().get()));
    }
  }

  @FXML
  void showKept() {
    model.rows().filterProperty().set(Filter.STAY);
  }

  @FXML
  void keepMissed() {
    actions
        .pin()
        .accept(
            PruneCostText.missed(model.planProperty().get()).stream()
                .map(CachedImage::reference)
                .toList());
  }

  private void show(RemovalPlan plan) {
    int going = plan.removals().size();
    int staying = plan.kept().size();
    Optional<ByteCount> freed = plan.frees();
    go.setText(texts.text("prune.filter.go", going));
    stay.setText(texts.text("prune.filter.stay", staying));
    all.setText(texts.text("prune.filter.all", going + staying));
    cost.setText(PruneCostText.sentence(plan, texts));
    cost.getStyleClass()
        .setAll("label", "small", plan.cost().filter(Cost::isDear).isPresent() ? "warn" : "text2");
    showMissed(plan);
    Nodes.show(kept, staying > 0);
    kept.setText(texts.text("prune.kept", staying, KeptText.line(plan.kept(), texts)));
    frees.setText(FreedText.sentence(texts, freed, going));
    frees.setTooltip(new Tooltip(ByteText.exact(freed)));
    after.setText(texts.text("prune.after", staying, ByteText.summary(model.onDiskAfter())));
    prune.setText(texts.text("prune.do", going));
    allowPrune();
  }

  private void showMissed(RemovalPlan plan) {
    List<CachedImage> popular = PruneCostText.missed(plan);
    Nodes.show(missed, !popular.isEmpty());
    if (popular.isEmpty()) {
      return;
    }
    long hits = plan.cost(popular).map(Cost::hits).orElse(0L);
    long allHits = plan.cost().map(Cost::allHits).orElse(0L);
    String names =
        popular.stream()
            .limit(NAMED)
            .map(PackageLabel::firstName)
            .collect(Collectors.joining(", "));
    missedText.setText(
        texts.text(
            "prune.missed",
            popular.size(),
            hits,
            allHits,
            popular.size() > NAMED ? names + ", …" : names));
    keepMissed.setText(texts.text("prune.keep-missed", popular.size()));
  }

  /** What is not known and so holds everything, what has to be typed, or what cannot be reached. */
  private String trouble() {
    if (!model.rule(model.kindProperty().get()).legibleProperty().get()) {
      return texts.text("prune.not-legible");
    }
    RemovalPlan plan = model.planProperty().get();
    PruneModel.Known known = model.knownProperty().get();
    String doubts = PruneDoubts.of(plan, known.pins(), known.catalog()).why();
    return doubts.isEmpty()
        ? model
            .overBudget()
            .map(
                over ->
                    texts.text(
                        "prune.over-budget",
                        ByteText.summary(Optional.of(over)),
                        KeptText.protectedFirst(plan.kept(), texts)))
            .orElse("")
        : doubts;
  }

  /** What runs is what is shown, so nothing can while another plan is being made. */
  private void allowPrune() {
    showAutomatic();
    String trouble = trouble();
    Nodes.show(this.trouble, !trouble.isEmpty());
    this.trouble.setText(trouble);
    boolean nothing = model.planProperty().get().removals().isEmpty();
    prune.setDisable(nothing || !model.upToDateProperty().get());
    boolean legible = model.rule(model.kindProperty().get()).legibleProperty().get();
    whyNot.set(
        nothing && trouble.isEmpty()
            ? texts.text("prune.nothing")
            : nothing || !legible ? trouble : "");
  }
}
