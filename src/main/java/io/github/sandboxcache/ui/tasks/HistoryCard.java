package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.restore.RestoreCost;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.HistoryText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RestoreText;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One operation in the history: what was done, what it freed, and its images on demand. What was
 * removed can be made again, one by one or all of it.
 */
final class HistoryCard extends VBox {
  /** More would take long to lay out, and nobody reads them here. */
  private static final int MAX_IMAGES = 100;

  private static final double ICON_SIZE = 12;

  /** So few are shown at once. */
  private static final int FEW_IMAGES = 6;

  private final Operation operation;
  private final RestoreCost cost;
  private final Consumer<List<CacheReference>> restore;
  private final UiTexts texts;
  private final Label when = styled(new Label(), "text2", "small");

  /**
   * A card.
   *
   * @param cost what it takes to make again what was removed
   */
  HistoryCard(
      Operation operation,
      RestoreCost cost,
      Consumer<List<CacheReference>> restore,
      UiTexts texts) {
    this.operation = operation;
    this.cost = cost;
    this.restore = restore;
    this.texts = texts;
    getStyleClass().addAll("task-card", "history-card");
    Label title = styled(new Label(HistoryText.title(operation)), "medium");
    title.setWrapText(true);
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    when.setMinWidth(Region.USE_PREF_SIZE);
    if (operation.images().size() == 1) {
      HoverTip.install(title, tip(operation.images().getFirst()));
    }
    getChildren().add(line(new Icon(icon()), title, when));
    HBox facts = facts();
    Nodes.show(facts, !facts.getChildren().isEmpty());
    getChildren().add(facts);
    String outcome = HistoryText.outcome(operation);
    if (!outcome.isEmpty()) {
      Label label = styled(new Label(outcome), "small", isBad() ? "danger" : "warn");
      label.setWrapText(true);
      getChildren().add(label);
    }
    addActions();
  }

  void setWhen(String text) {
    when.setText(text);
  }

  private String icon() {
    return switch (operation.plan().kind()) {
      case PRUNE -> "prune";
      case CLEAR, REMOVE, REMOVE_ORPHANS -> "trash";
      case INSTALL, PREWARM -> "download";
      case PUSH -> "upload";
      case PULL -> "download";
      case RESTORE -> "undo";
      case NAME_ORPHANS -> "tag";
    };
  }

  private boolean isBad() {
    return operation.images().stream()
        .map(OperationImage::state)
        .anyMatch(state -> state instanceof ImageState.Failed || state.isOpen());
  }

  private HBox facts() {
    HBox line = line();
    HistoryText.freed(operation)
        .ifPresent(
            bytes -> {
              Label freed = new Label(texts.text("history.freed", bytes));
              line.getChildren().add(styled(freed, "text2", "small"));
            });
    HistoryText.difference(operation).ifPresent(words -> addDifference(words, line));
    return line;
  }

  private void addDifference(String words, HBox line) {
    boolean same = operation.ending().map(Ending::unexplainedBytes).orElseThrow().getAsLong() == 0;
    Label label = styled(new Label(words), "small", same ? "ok" : "warn");
    label.setGraphic(new Icon(same ? "check" : "alert", ICON_SIZE).styled(same ? "ok" : "warn"));
    HoverTip.install(label, tip());
    line.getChildren().add(label);
  }

  private String tip() {
    Ending ending = operation.ending().orElseThrow();
    return texts.text("history.bytes", exact(ending.freedBytes()), exact(ending.measuredBytes()));
  }

  private static String exact(OptionalLong bytes) {
    return DecimalSize.exact(bytes.getAsLong());
  }

  private void addActions() {
    HBox actions = line();
    getChildren().add(actions);
    if (operation.images().size() > 1) {
      addImages(actions);
    }
    List<CacheReference> removed = HistoryModel.restorable(operation);
    if (!removed.isEmpty()) {
      String words = texts.text(removed.size() > 1 ? "history.restore-all" : "activity.restore");
      Button all = button(words, removed, HistoryText.title(operation));
      actions.getChildren().add(all);
      RestoreText.cost(cost).ifPresent(told -> addCost(told, all, actions));
    }
    Nodes.show(actions, !actions.getChildren().isEmpty());
  }

  /** Beside the button that folds the images there is no room for it. */
  private void addCost(String told, Button button, HBox actions) {
    if (operation.images().size() > 1) {
      HoverTip.install(button, told);
    } else {
      actions.getChildren().add(styled(new Label(told), "text2", "small"));
    }
  }

  private void addImages(HBox actions) {
    int count = operation.images().size();
    ToggleButton show = new ToggleButton(texts.text("history.images", count));
    show.getStyleClass().addAll("quiet", "in-row");
    Icon fold = new Icon("right", ICON_SIZE);
    show.setGraphic(fold);
    show.setSelected(count <= FEW_IMAGES);
    VBox box = new VBox();
    box.getStyleClass().add("history-images");
    show.selectedProperty()
        .subscribe(
            shown -> {
              if (shown && box.getChildren().isEmpty()) {
                fill(box);
              }
              Nodes.show(box, shown);
              fold.setName(shown ? "down" : "right");
            });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    actions.getChildren().addAll(show, gap);
    getChildren().add(box);
  }

  private void fill(VBox box) {
    List<OperationImage> images = operation.images();
    images.stream().limit(MAX_IMAGES).map(this::row).forEach(box.getChildren()::add);
    if (images.size() > MAX_IMAGES) {
      box.getChildren()
          .add(
              styled(
                  new Label(texts.text("history.more", images.size() - MAX_IMAGES)),
                  "text2",
                  "small"));
    }
  }

  private HBox row(OperationImage image) {
    Label name = styled(new Label(HistoryText.label(image)), "small");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HoverTip.install(name, tip(image));
    HBox.setHgrow(name, Priority.ALWAYS);
    boolean done = image.state() instanceof ImageState.Done;
    String side =
        done && image.bytes().isPresent()
            ? DecimalSize.of(image.bytes().getAsLong()).toString()
            : HistoryText.state(image, operation);
    Label state = styled(new Label(side), "small", done ? "text2" : "warn");
    state.setMaxWidth(done ? Region.USE_PREF_SIZE : 150);
    HoverTip.install(state, HistoryText.state(image, operation));
    HBox row = line(dot(image), name, state);
    removed(image)
        .map(each -> button(texts.text("activity.restore"), List.of(each), name.getText()))
        .ifPresent(row.getChildren()::add);
    return row;
  }

  private static String tip(OperationImage image) {
    String packages = String.join(", ", image.packages().orElse(List.of()));
    return PlainText.line(packages.isEmpty() ? image.name() : image.name() + ": " + packages);
  }

  private Optional<CacheReference> removed(OperationImage image) {
    return HistoryModel.restorable(operation, image);
  }

  private Button button(String words, List<CacheReference> references, String about) {
    Button button = new Button(words);
    button.getStyleClass().addAll("link", "small-text");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(words + ": " + about);
    button.setOnAction(_ -> restore.accept(references));
    return button;
  }

  private static Region dot(OperationImage image) {
    Region dot = new Region();
    dot.getStyleClass()
        .addAll(
            "dot",
            HistoryModel.reference(image)
                .map(reference -> LanguageLook.styleClass(reference.language()))
                .orElse(LanguageLook.UNKNOWN));
    return dot;
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(nodes);
    line.getStyleClass().add("task-line");
    return line;
  }

  private static Label styled(Label label, String... classes) {
    label.getStyleClass().addAll(classes);
    return label;
  }
}
