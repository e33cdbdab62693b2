package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.text.FoundLogText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.connect.LogOfferModel.Content;
import io.github.sandboxcache.ui.connect.LogOfferModel.State;
import io.github.sandboxcache.ui.connect.LogOfferModel.Step;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says what is in dropped or chosen files, and asks what to do with them. */
public final class LogOfferController {
  private static final double ROW_GAP = 12;
  private static final double ROW_HEIGHT = 34;
  private static final int ROWS_SHOWN = 8;

  private final LogOfferModel model;
  private final UiTexts texts;

  @FXML private Region root;
  @FXML private Label title;
  @FXML private ScrollPane list;
  @FXML private VBox rows;
  @FXML private Node looking;
  @FXML private Label note;
  @FXML private Button cancel;
  @FXML private Button once;
  @FXML private Button follow;

  LogOfferController(LogOfferModel model, UiTexts texts) {
    this.model = model;
    this.texts = texts;
  }

  /** Looks into these files and asks what to do with them. */
  public static LogOfferController of(
      List<Path> files,
      SettingsModel settings,
      LogSearch search,
      LogImport imports,
      UiThreads threads,
      UiTexts texts) {
    return new LogOfferController(
        new LogOfferModel(files, settings, search, imports, threads), texts);
  }

  /** To be called once its dialog is closed. */
  public void closed() {
    model.close();
  }

  @FXML
  private void initialize() {
    model.stateProperty().subscribe(this::show);
    Nodes.focusFirst(root, this::focus);
  }

  private void focus() {
    (!follow.isDisabled() ? follow : !once.isDisabled() ? once : cancel).requestFocus();
  }

  @FXML
  private void onFollow() {
    model.follow();
  }

  @FXML
  private void onImport() {
    model.importOnce();
  }

  private void show(State state) {
    boolean decided = state.step() == Step.FOLLOWED || state.step() == Step.IMPORTED;
    title.setText(texts.text("logs.title", state.contents().size(), name(state)));
    Nodes.show(looking, state.step() == Step.LOOKING || state.step() == Step.WORKING);
    rows.getChildren().setAll(state.contents().stream().map(this::row).toList());
    list.setPrefHeight(Math.min(state.contents().size(), ROWS_SHOWN) * ROW_HEIGHT + 2);
    note.setText(note(state));
    Nodes.style(note, "label", state.step() == Step.FAILED ? "danger" : decided ? "ok" : "text2");
    Nodes.show(once, !decided);
    Nodes.show(follow, !decided && !state.onlyPacked());
    once.setDisable(!state.mayImport());
    follow.setDisable(!state.mayFollow());
    cancel.setText(texts.text(decided ? "dialog.close" : "dialog.cancel"));
    if (root.getScene() != null && state.step() != Step.WORKING) {
      focus();
    }
  }

  private static String name(State state) {
    return state.contents().isEmpty() ? "" : name(state.contents().getFirst().file());
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return PlainText.line((last == null ? file : last).toString());
  }

  private String note(State state) {
    return switch (state.step()) {
      case LOOKING -> texts.text("logs.looking");
      case WORKING -> texts.text("logs.working");
      case FOLLOWED -> texts.text("logs.followed", state.events());
      case IMPORTED -> texts.text("logs.imported", state.news());
      case FAILED -> texts.text("logs.failed", PlainText.line(state.failure()));
      case OFFERED -> {
        if (state.mayFollow()) {
          yield texts.text(state.events() > 0 ? "logs.offer" : "logs.offer.empty");
        }
        yield texts.text(
            state.onlyPacked()
                ? "logs.offer.packed"
                : state.mayImport() ? "logs.offer.followed" : "logs.offer.none");
      }
    };
  }

  private Node row(Content content) {
    Label path = Nodes.growing(new Label(name(content.file())));
    path.getStyleClass().add("mono");
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    HoverTip.install(path, PlainText.line(content.file().toString()));
    Label said = new Label(said(content));
    said.setMinWidth(0);
    said.getStyleClass().addAll("small", said(content, "danger", "ok", "text2"));
    HBox row = new HBox(ROW_GAP, new Icon("file"), path, said);
    row.getStyleClass().add("connect-row");
    return row;
  }

  private static String said(Content content, String problem, String events, String none) {
    return content.problem().isPresent()
        ? problem
        : content.log().filter(log -> log.events() > 0).isPresent() ? events : none;
  }

  private String said(Content content) {
    return content
        .problem()
        .map(why -> texts.text("logs.unreadable", PlainText.line(why)))
        .or(
            () ->
                content
                    .log()
                    .map(
                        log ->
                            log.followed()
                                ? texts.text("logs.row.followed", FoundLogText.events(log))
                                : FoundLogText.events(log)))
        .orElse("");
  }
}
