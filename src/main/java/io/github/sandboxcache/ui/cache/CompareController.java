package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.CompareView.Card;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two images side by side: packages removed, changed and added, and what that takes. */
public final class CompareController {
  private final CompareModel model;
  private final UiTexts texts;

  @FXML private Button close;
  @FXML private VBox first;
  @FXML private Button swap;
  @FXML private VBox second;
  @FXML private Label verdict;
  @FXML private HBox counts;
  @FXML private ListView<CompareRow> rows;
  @FXML private Node readRow;

  private final Label nothing = new Label();

  /** Shows what that model tells. */
  public CompareController(CompareModel model, UiTexts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    nothing.getStyleClass().addAll("small", "text3");
    nothing.setWrapText(true);
    rows.setPlaceholder(nothing);
    rows.setCellFactory(_ -> new CompareCell(texts));
    HoverTip.install(swap, texts.text("compare.swap"));
    HoverTip.install(close, texts.text("compare.close"));
    model.viewProperty().subscribe(this::show);
  }

  @FXML
  private void onCopy() {
    model.copy();
  }

  @FXML
  private void onClose() {
    model.end();
  }

  @FXML
  private void onSwap() {
    model.swap();
  }

  @FXML
  private void onRead() {
    model.read();
  }

  private void show(Optional<CompareView> view) {
    view.ifPresent(this::show);
  }

  private void show(CompareView view) {
    first.getChildren().setAll(card("A", view.first()));
    second.getChildren().setAll(view.second().map(card -> card("B", card)).orElseGet(this::noCard));
    swap.setDisable(view.second().isEmpty());
    verdict.setText(view.verdict());
    counts.getChildren().setAll(view.counts().stream().map(CompareController::count).toList());
    view.sameBase().ifPresent(same -> counts.getChildren().add(base(same)));
    DetailLists.fill(rows, view.rows());
    boolean unread = !view.first().read() || view.second().stream().anyMatch(card -> !card.read());
    Nodes.show(readRow, unread && view.second().isPresent());
    nothing.setText(
        texts.text(
            view.second().isEmpty()
                ? "compare.choose"
                : unread ? "compare.unread" : "compare.no-difference"));
  }

  private List<Node> card(String letter, Card card) {
    Label mark = new Label(letter);
    mark.getStyleClass().addAll("small", "medium", "compare-letter");
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", card.languageClass());
    Label name = new Label(card.name());
    name.getStyleClass().add("mono");
    Label size = new Label(card.size());
    size.getStyleClass().addAll("small", "semibold");
    size.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, mark, dot, name, Nodes.spring(), size);
    line.setAlignment(Pos.CENTER_LEFT);
    Label packages = new Label(card.packages());
    packages.getStyleClass().addAll("small", "text2");
    Label use = new Label(card.use());
    use.getStyleClass().addAll("small", "text2");
    return List.of(line, packages, use);
  }

  private List<Node> noCard() {
    Label mark = new Label("B");
    mark.getStyleClass().addAll("small", "medium", "compare-letter");
    Label words = new Label(texts.text("compare.choose"));
    words.getStyleClass().addAll("small", "text2");
    words.setWrapText(true);
    return List.of(mark, words);
  }

  private static Node count(CompareView.Count count) {
    Label number = new Label(Integer.toString(count.number()));
    number.getStyleClass().addAll("small", "semibold");
    Label words = new Label(count.words());
    words.getStyleClass().addAll("small", "text2");
    return new HBox(4, number, words);
  }

  private Node base(boolean same) {
    Label words = new Label(texts.text(same ? "compare.same-base" : "compare.other-base"));
    words.getStyleClass().addAll("small", "text2");
    words.setGraphic(
        new Icon(same ? "check" : "alert", Icon.TAG_SIZE).styled(same ? "ok" : "warn"));
    return words;
  }
}
