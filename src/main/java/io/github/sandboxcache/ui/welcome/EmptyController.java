package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.Prewarm.Estimate;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.PrewarmText;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.welcome.EmptyText.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of a cache without images. It stays and follows its model. */
public final class EmptyController {
  private static final double GHOST_WIDTH = 528;
  private static final double CARD_WIDTH = 608;

  /** The least widths of both parts, the gap between and what is around them. */
  private static final double MIN_BESIDE = 780;

  private final ObservableValue<EmptyModel> model;
  private final Supplier<Region> card;
  private final Runnable install;
  private final Consumer<List<MissedSet>> installMissed;
  private final Runnable openSample;
  private final Runnable connect;
  private final UiTexts texts;

  @FXML private ScrollPane root;
  @FXML private Label note;
  @FXML private VBox points;
  @FXML private VBox right;
  @FXML private VBox ghost;
  @FXML private Label baseNote;
  @FXML private FlowPane bases;
  @FXML private Button missed;
  @FXML private Button sample;
  @FXML private Button connectSandbox;

  private final StringProperty estimate = new SimpleStringProperty("");
  private Optional<EmptyText> said = Optional.empty();

  /**
   * The page's controller.
   *
   * @param installMissed told what sandboxes missed and is to be installed
   * @param connect says how hits and misses become known
   * @param card the list of what failed saves left; made once, when there is something in it
   */
  public EmptyController(
      ObservableValue<EmptyModel> model,
      Supplier<Region> card,
      Runnable install,
      Consumer<List<MissedSet>> installMissed,
      Runnable openSample,
      Runnable connect,
      UiTexts texts) {
    this.model = model;
    this.card = card;
    this.install = install;
    this.installMissed = installMissed;
    this.openSample = openSample;
    this.connect = connect;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    GhostTable.drawInto(
        ghost,
        List.of(
            texts.text("empty.column.image"),
            texts.text("empty.column.packages"),
            texts.text("empty.column.size"),
            texts.text("empty.column.created")));
    HoverTip.bind(missed, estimate);
    model.subscribe(this::show);
    root.widthProperty().subscribe(width -> place(width.doubleValue()));
  }

  /** Where there is no room for both parts beside each other, one stands beneath the other. */
  private void place(double width) {
    boolean beside = width >= MIN_BESIDE;
    GridPane.setConstraints(right, beside ? 1 : 0, beside ? 0 : 1);
  }

  private void show(EmptyModel now) {
    EmptyText text = EmptyText.of(now.trouble(), texts);
    if (!said.equals(Optional.of(text))) {
      said = Optional.of(text);
      note.setText(text.note());
      points.getChildren().setAll(text.points().stream().map(EmptyController::point).toList());
    }
    boolean listsImages = now.trouble().filter(trouble -> trouble.images() > 0).isPresent();
    Region first = listsImages ? card.get() : ghost;
    if (!right.getChildren().getFirst().equals(first)) {
      right.getChildren().set(0, first);
    }
    right.setMaxWidth(listsImages ? CARD_WIDTH : GHOST_WIDTH);
    right.setPrefWidth(right.getMaxWidth());
    baseNote.setText(texts.text(now.found().isEmpty() ? "empty.bases.none" : "empty.bases"));
    // There is room for one of them, and whose sandbox has missed something needs no sample.
    boolean ahead = !now.missed().isEmpty();
    Nodes.show(missed, ahead);
    Nodes.show(sample, !ahead);
    Nodes.show(connectSandbox, now.neverAsked());
    missed.setText(texts.text("empty.missed", now.missed().size()));
    estimate.set(ahead ? PrewarmText.of(Estimate.of(now.missed())) : "");
    bases.getChildren().setAll(now.found().stream().map(EmptyController::base).toList());
  }

  @FXML
  void install() {
    install.run();
  }

  @FXML
  void installMissed() {
    installMissed.accept(model.getValue().missed());
  }

  @FXML
  void sample() {
    openSample.run();
  }

  @FXML
  void connect() {
    connect.run();
  }

  private static Node point(Point point) {
    Label title = new Label(point.title());
    title.getStyleClass().add("medium");
    Label text = new Label(point.note());
    text.getStyleClass().addAll("text2", "small");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox row = new HBox(new Icon(point.icon()), new VBox(title, text));
    row.getStyleClass().add("empty-fact");
    return row;
  }

  private static Node base(EmptyModel.Found found) {
    Region dot = new Region();
    dot.getStyleClass()
        .addAll(
            "dot",
            Language.parse(found.language())
                .map(LanguageLook::styleClass)
                .orElse(LanguageLook.UNKNOWN));
    Label name = new Label(PlainText.line(found.reference()));
    name.getStyleClass().add("mono");
    Label size = new Label(DecimalSize.text(found.sizeBytes()));
    size.getStyleClass().addAll("text2", "small");
    HBox row = new HBox(dot, name, size);
    row.getStyleClass().add("base-found");
    return row;
  }
}
