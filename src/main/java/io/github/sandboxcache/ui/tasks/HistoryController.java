package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.restore.RestoreCost;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What was done before, day by day. */
final class HistoryController {
  private final ActivityController.Past past;
  private final Ticker ticker;
  private final UiTexts texts;
  private final Map<Shown, HistoryCard> cards = new HashMap<>();
  private final ObservableValue<Instant> minute;

  /** What a card shows. */
  private record Shown(Operation operation, RestoreCost cost) {}

  @FXML private VBox root;
  @FXML private Label kept;
  @FXML private VBox days;
  @FXML private Button older;
  @FXML private Label outcome;

  HistoryController(ActivityController.Past past, Ticker ticker, UiTexts texts) {
    this.past = past;
    this.ticker = ticker;
    this.texts = texts;
    this.minute = ticker.nowProperty().map(now -> now.truncatedTo(ChronoUnit.MINUTES));
  }

  @FXML
  void initialize() {
    past.keptDays().subscribe(count -> kept.setText(texts.text("history.kept", count)));
    past.model().viewProperty().subscribe(this::show);
    past.export().outcomeProperty().subscribe(this::tell);
    minute.addListener((_, _, _) -> show(past.model().viewProperty().get()));
  }

  @FXML
  void showOlder() {
    past.model().showOlder();
  }

  @FXML
  void export() {
    past.export().save();
  }

  private void tell(HistoryExport.Outcome came) {
    outcome.setText(came.said());
    Nodes.style(outcome, "label", "small", "history-outcome", came.failed() ? "danger" : "text2");
    Nodes.show(outcome, !came.said().isEmpty());
  }

  private void show(HistoryModel.View view) {
    Nodes.show(root, !view.operations().isEmpty());
    Nodes.show(older, view.more());
    cards
        .keySet()
        .retainAll(
            view.operations().stream().map(each -> new Shown(each, cost(each, view))).toList());
    Instant now = ticker.now();
    ZoneId zone = ticker.clock().getZone();
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<Node> nodes = new ArrayList<>();
    LocalDate above = LocalDate.MAX;
    for (Operation operation : view.operations()) {
      LocalDate day = LocalDate.ofInstant(operation.plan().begun(), zone);
      if (!day.equals(above)) {
        Label title = new Label(title(day, today));
        title.getStyleClass().add("history-day");
        nodes.add(title);
        above = day;
      }
      HistoryCard card =
          cards.computeIfAbsent(
              new Shown(operation, cost(operation, view)),
              shown -> new HistoryCard(shown.operation(), shown.cost(), past.restore(), texts));
      card.setWhen(
          day.equals(today)
              ? RelativeTime.ago(operation.plan().begun(), now)
              : Texts.date("date.time").withZone(zone).format(operation.plan().begun()));
      nodes.add(card);
    }
    if (!days.getChildren().equals(nodes)) {
      days.getChildren().setAll(nodes);
    }
  }

  private static RestoreCost cost(Operation operation, HistoryModel.View view) {
    return RestoreCost.sum(
        HistoryModel.restorable(operation).stream()
            .map(each -> view.costs().getOrDefault(each, new RestoreCost.Unknown()))
            .toList());
  }

  private String title(LocalDate day, LocalDate today) {
    if (day.equals(today)) {
      return texts.text("history.today");
    }
    String date = Texts.date("date.weekday").format(day) + " " + Texts.date("date.day").format(day);
    return day.equals(today.minusDays(1)) ? texts.text("history.yesterday", date) : date;
  }
}
