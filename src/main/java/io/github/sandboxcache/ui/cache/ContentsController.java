package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Line;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What is inside the chosen image: packages, and in the wide form its files. */
public final class ContentsController {
  private static final int MAX_SESSION_SHOWN = 4;
  private static final int MAX_LARGEST_SHOWN = 6;
  private static final double LIST_PADDING = 8;
  private static final int MAX_SESSION_NARROW = 2;
  private static final double PERCENT = 100;

  private final ContentsModel model;
  private final LayoutModel layout;
  private final UiTexts texts;

  @FXML private FlowPane marks;
  @FXML private Label narrowWhy;
  @FXML private Node readingBox;
  @FXML private Label readingStep;
  @FXML private Label readingShare;
  @FXML private ProgressBar progress;
  @FXML private Node narrowSession;
  @FXML private Label narrowSessionNote;
  @FXML private VBox narrowSessionFiles;
  @FXML private Node head;
  @FXML private ListView<PackageRow> packages;
  @FXML private Node sumRow;
  @FXML private Label sum;
  @FXML private Label total;
  @FXML private Node readRow;
  @FXML private Button read;
  @FXML private Label readHint;
  @FXML private Node side;
  @FXML private Node filesBox;
  @FXML private TreemapView treemap;
  @FXML private Node wasteBox;
  @FXML private Label wasteSum;
  @FXML private VBox waste;
  @FXML private Node proofBox;
  @FXML private Label why;
  @FXML private Node session;
  @FXML private Label sessionNote;
  @FXML private ListView<LargePath> sessionFiles;
  @FXML private ListView<LargePath> largest;

  private final Label nothing = new Label();
  private HoverTip readTip;
  private Subscription following = Subscription.EMPTY;
  private Optional<ContentsFiles> shownFiles = Optional.empty();

  /** Shows what that model tells. */
  public ContentsController(ContentsModel model, LayoutModel layout, UiTexts texts) {
    this.model = model;
    this.layout = layout;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    nothing.getStyleClass().addAll("small", "text3");
    nothing.setWrapText(true);
    packages.setPlaceholder(nothing);
    readTip = HoverTip.install(read, "");
    preparePaths(largest, sessionFiles);
    preparePaths(sessionFiles, largest);
    layout.detailsWideProperty().subscribe(this::widen);
    model.viewProperty().subscribe(this::show);
    model.taskProperty().subscribe(this::follow);
  }

  @FXML
  private void onRead() {
    model.read();
  }

  @FXML
  private void onCancel() {
    model.cancel();
  }

  private void widen(boolean wide) {
    packages.setCellFactory(_ -> new PackageCell(wide, texts));
    Nodes.show(head, wide);
    show();
  }

  private void show() {
    Optional<ContentsView> view = model.viewProperty().get();
    boolean wide = layout.detailsWideProperty().get();
    Optional<ContentsFiles> files = view.flatMap(ContentsView::files);
    List<Details.Mark> tags = view.map(ContentsView::marks).orElse(List.of());
    String words = view.map(ContentsView::why).orElse("");
    Nodes.show(side, wide && view.isPresent());
    DetailLists.fill(marks, tags);
    boolean doubtful = tags.isEmpty() || tags.getLast().styleClass().equals("warn");
    narrowWhy.setText(words);
    Nodes.show(narrowWhy, !wide && doubtful && !words.isEmpty());
    why.setText(words);
    Nodes.show(proofBox, !words.isEmpty());
    nothing.setText(texts.text(view.isPresent() ? "details.packages.none" : "contents.base"));
    DetailLists.fill(packages, view.map(ContentsView::packages).orElse(List.of()));
    sum.setText(view.map(ContentsView::sum).orElse(""));
    total.setText(view.map(ContentsView::total).orElse(""));
    Nodes.show(sumRow, view.stream().anyMatch(known -> !known.sum().isEmpty()));
    showFiles(files, wide);
    showReading();
  }

  private void showFiles(Optional<ContentsFiles> files, boolean wide) {
    boolean ofSession = files.stream().anyMatch(known -> !known.sessionNote().isEmpty());
    Nodes.show(narrowSession, !wide && ofSession);
    Nodes.show(session, ofSession);
    Nodes.show(filesBox, files.isPresent());
    if (files.equals(shownFiles)) {
      return;
    }
    shownFiles = files;
    files.ifPresent(
        known -> {
          treemap.show(known.tiles(), texts);
          Nodes.show(wasteBox, !known.wasteSum().isEmpty());
          wasteSum.setText(known.wasteSum());
          fill(waste, known.waste().stream(), "small");
          narrowSessionNote.setText(known.sessionNote());
          sessionNote.setText(known.sessionNote());
          fill(
              narrowSessionFiles,
              known.session().stream().limit(MAX_SESSION_NARROW).map(LargePath::line),
              "mono");
          fill(sessionFiles, known.session(), MAX_SESSION_SHOWN);
          fill(largest, known.largest(), MAX_LARGEST_SHOWN);
        });
  }

  /** What is chosen in one of the two lists is marked in the treemap. */
  private void preparePaths(ListView<LargePath> list, ListView<LargePath> other) {
    list.setCellFactory(_ -> new LargePathCell(texts));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, row) -> {
              if (row != null) {
                other.getSelectionModel().clearSelection();
              }
              treemap.mark(row == null ? List.of() : row.tiles());
            });
  }

  private static void fill(ListView<LargePath> list, List<LargePath> rows, int shown) {
    list.getSelectionModel().clearSelection();
    DetailLists.fill(list, rows);
    double height = Math.min(rows.size(), shown) * list.getFixedCellSize() + LIST_PADDING;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    Nodes.show(list, !rows.isEmpty());
  }

  private void follow(Optional<TaskItem> task) {
    following.unsubscribe();
    following =
        task.map(
                item ->
                    item.stateProperty()
                        .subscribe(this::showReading)
                        .and(item.revisionProperty().subscribe(this::showReading)))
            .orElse(Subscription.EMPTY);
    showReading();
  }

  private void showReading() {
    Optional<ContentsView> view = model.viewProperty().get();
    Optional<TaskState> state = model.taskProperty().get().map(TaskItem::state);
    boolean reading = state.filter(now -> !now.isEnded()).isPresent();
    Nodes.show(readingBox, reading);
    boolean failed = state.filter(TaskState.Failed.class::isInstance).isPresent();
    boolean unread = view.isPresent() && view.get().files().isEmpty();
    Nodes.show(readRow, unread && !reading);
    boolean installed = view.stream().anyMatch(ContentsView::installed);
    read.setText(texts.text(installed ? "contents.read.files" : "contents.read"));
    readHint.setText(
        texts.text(
            failed
                ? "contents.read.failed"
                : installed ? "contents.read.files.hint" : "contents.read.hint"));
    readTip.setText(readHint.getText());
    Nodes.show(readHint, failed || layout.detailsWideProperty().get());
    if (state.orElse(null) instanceof TaskState.Running(_, Progress now)) {
      readingStep.setText(
          texts.text(now.step().equals("prove") ? "contents.proving" : "contents.reading"));
      OptionalDouble share = now.fraction();
      readingShare.setText(
          share.isPresent() ? Percent.of(OptionalDouble.of(share.getAsDouble() * PERCENT)) : "");
      progress.setProgress(share.orElse(ProgressBar.INDETERMINATE_PROGRESS));
    } else {
      readingStep.setText(texts.text("contents.waiting"));
      readingShare.setText("");
      progress.setProgress(0);
    }
  }

  private static void fill(VBox box, Stream<Line> lines, String style) {
    box.getChildren().setAll(lines.map(line -> row(line, style)).toList());
  }

  private static Node row(Line line, String style) {
    Label name = Nodes.growing(new Label(line.name()));
    name.getStyleClass().addAll(style, "text2");
    // The end of a path says more than its beginning.
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    Label value = new Label(line.value());
    value.getStyleClass().add("small");
    value.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(name, value);
    row.getStyleClass().add("fact");
    var _ = HoverTip.install(row, line.name());
    return row;
  }
}
