package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.domain.usage.LogFindings;
import io.github.sandboxcache.text.FoundLogText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.connect.ConnectModel.Row;
import io.github.sandboxcache.ui.connect.ConnectModel.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Offers logs of the sandbox server: to look for them, to add what was found, to choose a file. */
public final class ConnectController {
  private static final double ROW_GAP = 12;
  private static final double LIST_EDGES = 2;

  private final ConnectModel model;
  private final Supplier<List<Path>> chooser;
  private final Consumer<List<Path>> offer;
  private final String ownCommand;
  private final Consumer<String> copy;
  private final UiTexts texts;

  @FXML private Node finish;
  @FXML private Pane cards;
  @FXML private Button choose;
  @FXML private Region start;
  @FXML private Label startNote;
  @FXML private Button look;
  @FXML private Node searching;
  @FXML private Button stop;
  @FXML private ScrollPane list;
  @FXML private VBox rows;
  @FXML private Label outcome;
  @FXML private Button again;

  private final StringProperty unread = new SimpleStringProperty("");
  private List<Row> shown = List.of();

  /**
   * A view of that model.
   *
   * @param chooser asks for files by the system's own dialog
   * @param offer told which files were chosen
   * @param ownCommand what starts this app's verbs, a name or a path
   * @param copy puts a text on the clipboard
   */
  public ConnectController(
      ConnectModel model,
      Supplier<List<Path>> chooser,
      Consumer<List<Path>> offer,
      String ownCommand,
      Consumer<String> copy,
      UiTexts texts) {
    this.model = model;
    this.chooser = chooser;
    this.offer = offer;
    this.ownCommand = ownCommand;
    this.copy = copy;
    this.texts = texts;
  }

  /** The same as a dialog, where the window has no place for it. */
  public static Region dialog(
      ConnectModel model,
      Supplier<List<Path>> chooser,
      Consumer<List<Path>> offer,
      String ownCommand,
      Consumer<String> copy,
      UiTexts texts) {
    Region view =
        FxmlViews.view(
            new ConnectController(model, chooser, offer, ownCommand, copy, texts), texts);
    Button close = new Button(texts.text("connect.close"));
    close.getStyleClass().add("closes");
    HBox foot = new HBox(Nodes.spring(), close);
    foot.getStyleClass().add("dialog-foot");
    VBox dialog = new VBox(view, foot);
    dialog.getStyleClass().addAll("floating", "dialog", "connect-dialog");
    return dialog;
  }

  @FXML
  private void initialize() {
    cards.getChildren().add(new WrapCard(ownCommand, copy, texts));
    // Few rows need less than there is.
    list.maxHeightProperty().bind(rows.heightProperty().add(LIST_EDGES));
    HoverTip.bind(outcome, unread);
    model.stateProperty().subscribe(this::show);
  }

  /** Puts the keyboard to what is to be done next. */
  public void focus() {
    Node first =
        look.isVisible() && start.isVisible()
            ? look
            : rows.lookupAll(".button").stream().findFirst().orElse(choose);
    first.requestFocus();
  }

  @FXML
  private void onLook() {
    model.look();
    (stop.isVisible() ? stop : choose).requestFocus();
  }

  @FXML
  private void onStop() {
    model.stop();
  }

  @FXML
  private void onChoose() {
    List<Path> files = chooser.get();
    if (!files.isEmpty()) {
      offer.accept(files);
    }
  }

  @FXML
  private void onFinish() {
    model.finish();
  }

  private void show(State state) {
    boolean any = !state.rows().isEmpty();
    boolean looked = state.findings().isPresent();
    Nodes.show(searching, state.searching());
    Nodes.show(list, any && !state.searching());
    Nodes.show(start, !any && !state.searching());
    Nodes.show(again, any && !state.searching());
    Nodes.show(finish, model.mayFinish());
    look.setText(texts.text(looked ? "connect.look.again" : "connect.look"));
    startNote.setText(
        state
            .findings()
            .map(findings -> FoundLogText.nothing(findings.filesRead()))
            .orElse(texts.text("connect.look.note")));
    String said = state.findings().map(this::notRead).orElse("");
    outcome.setText(said);
    unread.set(state.findings().map(ConnectController::unreadable).orElse(""));
    Nodes.show(outcome, !said.isEmpty() && !state.searching());
    if (!state.rows().equals(shown)) {
      showRows(state.rows());
    }
  }

  private String notRead(LogFindings findings) {
    int unreadable = findings.unreadable().size();
    return Stream.of(
            findings.whole() ? "" : texts.text("connect.partly"),
            unreadable == 0 ? "" : texts.text("connect.unreadable", unreadable))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" \u00b7 "));
  }

  private static String unreadable(LogFindings findings) {
    return findings.unreadable().stream()
        .map(Path::toString)
        .map(PlainText::line)
        .collect(Collectors.joining("\n"));
  }

  private void showRows(List<Row> next) {
    boolean focused = rows.lookupAll(".button").stream().anyMatch(Node::isFocused);
    Optional<Row> first = next.stream().filter(row -> !row.followed()).findFirst();
    shown = next;
    rows.getChildren()
        .setAll(next.stream().map(row -> row(row, first.equals(Optional.of(row)))).toList());
    rows.getChildren().stream().skip(1).forEach(row -> row.getStyleClass().add("below"));
    if (focused) {
      focus();
    }
  }

  private Node row(Row row, boolean first) {
    Label name = new Label(FoundLogText.origin(row.log().origin()));
    name.getStyleClass().addAll("medium", "origin");
    Label path = Nodes.growing(new Label(FoundLogText.place(row.log())));
    path.getStyleClass().addAll("mono", "text2");
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    HoverTip.install(path, PlainText.line(row.log().pattern()));
    Label events = new Label(FoundLogText.events(row.log()));
    events.getStyleClass().addAll("small", "medium", "ok");
    events.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(ROW_GAP, new Icon("file"), name, path, events, end(row, first));
    line.getStyleClass().add("connect-row");
    if (row.failure().isEmpty()) {
      return line;
    }
    Label failure = new Label(texts.text("connect.failed", PlainText.line(row.failure().get())));
    failure.getStyleClass().addAll("small", "danger", "connect-failure");
    failure.setWrapText(true);
    failure.setMinHeight(Region.USE_PREF_SIZE);
    return new VBox(line, failure);
  }

  private Node end(Row row, boolean first) {
    if (row.followed()) {
      Icon check = new Icon("check");
      check.getStyleClass().add("ok");
      Label followed = new Label(texts.text("connect.followed"), check);
      followed.getStyleClass().addAll("small", "medium", "ok");
      followed.setMinWidth(Region.USE_PREF_SIZE);
      return followed;
    }
    Button add = new Button(texts.text("connect.add"));
    add.getStyleClass().add("in-row");
    if (first) {
      add.getStyleClass().add("primary");
    }
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setAccessibleText(
        texts.text(
            "connect.add.name",
            FoundLogText.origin(row.log().origin()),
            FoundLogText.place(row.log()),
            FoundLogText.events(row.log())));
    add.setOnAction(_ -> model.follow(row.log()));
    return add;
  }
}
