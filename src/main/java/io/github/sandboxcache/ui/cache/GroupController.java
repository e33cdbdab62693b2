package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.GroupDetails.Choice;
import io.github.sandboxcache.ui.cache.GroupDetails.Fact;
import io.github.sandboxcache.ui.usage.CourseStrip;
import io.github.sandboxcache.ui.usage.LanguageCourse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows the chosen language: how well the cache does for it, and what would help. */
public final class GroupController {
  private final GroupModel model;
  private final UiTexts texts;
  private final CourseStrip course;

  @FXML private FlowPane marks;
  @FXML private Label rate;
  @FXML private Label lookups;
  @FXML private Label change;
  @FXML private Label against;
  @FXML private VBox coursePlace;
  @FXML private HBox facts;
  @FXML private Label note;
  @FXML private Node missedHead;
  @FXML private Label nothingMissed;
  @FXML private VBox missed;
  @FXML private HBox others;
  @FXML private Label otherMisses;
  @FXML private Label otherWaits;
  @FXML private Node foot;
  @FXML private Button install;
  @FXML private Label estimate;

  private HoverTip changeTip;
  private final List<MissedChoice> choices = new ArrayList<>();

  /**
   * Shows what that model tells.
   *
   * @param filter what is chosen from its course becomes that
   */
  public GroupController(GroupModel model, FilterModel filter, UiTexts texts) {
    this.model = model;
    this.texts = texts;
    this.course = new CourseStrip(filter, texts);
  }

  @FXML
  private void initialize() {
    HoverTip.install(
        rate,
        texts.text(
            "images.hit-rate.low.rule",
            Percent.of(OptionalDouble.of(Thresholds.LOW_HIT_RATE_PERCENT))));
    HoverTip.install(marks, WorthText.diskRule(texts));
    changeTip = HoverTip.install(change, "");
    coursePlace.getChildren().add(course);
    model.detailsProperty().subscribe(details -> details.ifPresent(this::show));
  }

  /** Puts the keyboard on what can be done; says whether there is anything. */
  boolean focus() {
    Optional<? extends Node> first = choices.stream().filter(MissedChoice::isOpen).findFirst();
    first.ifPresent(Node::requestFocus);
    return first.isPresent();
  }

  @FXML
  private void onInstall() {
    model.install();
  }

  private void show(GroupDetails details) {
    DetailLists.fill(marks, details.marks());
    rate.setText(details.rate());
    Nodes.style(rate, "label", "value", details.low() ? "warn" : "plain");
    lookups.setText(details.lookups());
    show(details.course());
    facts.getChildren().setAll(details.facts().stream().map(GroupController::column).toList());
    note.setText(details.note());
    Nodes.show(note, !details.note().isEmpty());
    showMissed(details);
    install.setText(details.action());
    install.setDisable(details.chosen().isEmpty());
    install.setAccessibleText(details.action() + ", " + details.estimate());
    estimate.setText(details.estimate());
  }

  private void show(LanguageCourse went) {
    change.setText(went.change());
    Nodes.style(change, "label", "small", "medium", went.tone());
    against.setText(went.against());
    changeTip.setText(went.tip());
    course.show(went);
  }

  /** Nodes stay and only change, so that the keyboard stays where it is. */
  private void showMissed(GroupDetails details) {
    boolean missing = !details.missed().stream().allMatch(Choice::isCached);
    Nodes.show(nothingMissed, !missing);
    Nodes.show(missedHead, !details.missed().isEmpty());
    Nodes.show(foot, missing);
    while (choices.size() > details.missed().size()) {
      missed.getChildren().remove(choices.removeLast());
    }
    while (choices.size() < details.missed().size()) {
      MissedChoice choice = new MissedChoice(model::choose, texts);
      choices.add(choice);
      missed.getChildren().add(choice);
    }
    for (int i = 0; i < choices.size(); i++) {
      choices.get(i).show(details.missed().get(i));
    }
    Nodes.show(others, details.others().isPresent());
    details
        .others()
        .ifPresent(
            sum -> {
              otherMisses.setText(sum.misses());
              otherWaits.setText(sum.waited());
            });
  }

  private static Node column(Fact fact) {
    Label name = new Label(fact.name());
    name.getStyleClass().addAll("small", "text2");
    Label value = new Label(fact.value());
    value.getStyleClass().addAll("medium", fact.tone());
    VBox column = new VBox(name, value);
    column.setMinWidth(0);
    return Nodes.growing(column);
  }
}
