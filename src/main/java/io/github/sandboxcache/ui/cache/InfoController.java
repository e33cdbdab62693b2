package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.InfoLine.Kind;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What rarely matters of the chosen image: its full name, base, tags and labels. */
public final class InfoController {
  private final DetailsModel model;
  private final UiTexts texts;

  @FXML private ListView<InfoLine> lines;
  @FXML private Hyperlink labels;

  private boolean ourLabels;

  /** Shows what that model tells. */
  public InfoController(DetailsModel model, UiTexts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    lines.setCellFactory(_ -> new LineCell());
    model.detailsProperty().subscribe(this::show);
    show();
  }

  @FXML
  private void onLabels() {
    ourLabels = !ourLabels;
    labels.setVisited(false);
    show();
  }

  private void show() {
    List<InfoLine> all = model.detailsProperty().get().map(Details::info).orElse(List.of());
    long ours = all.stream().filter(line -> line.kind() == Kind.OUR_LABEL).count();
    DetailLists.fill(
        lines, all.stream().filter(line -> ourLabels || line.kind() != Kind.OUR_LABEL).toList());
    Nodes.show(labels, ours > 0);
    labels.setText(texts.text(ourLabels ? "info.labels.hide" : "info.labels.show", ours));
  }

  /** A name in a column of its own, and what it says. */
  private static final class LineCell extends ListCell<InfoLine> {
    private static final double NAME_WIDTH = 72;

    private final Label name = new Label();
    private final Label value = new Label();
    private final HBox box = new HBox(4, name, value);
    private final HoverTip tooltip = HoverTip.on(this);

    LineCell() {
      name.getStyleClass().addAll("small", "text2");
      name.setMinWidth(NAME_WIDTH);
      name.setPrefWidth(NAME_WIDTH);
      value.setMinWidth(0);
      box.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable InfoLine line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        setAccessibleText("");
        tooltip.setText("");
        return;
      }
      name.setText(line.name());
      value.setText(line.value());
      boolean warning = line.kind() == Kind.WARNING;
      value.setGraphic(warning ? new Icon("alert", Icon.TAG_SIZE).styled("warn") : null);
      switch (line.kind()) {
        case WORDS -> Nodes.style(value, "label", "small");
        case MONO, OUR_LABEL -> Nodes.style(value, "label", "mono");
        case WARNING -> Nodes.style(value, "label", "tag", "warn");
      }
      tooltip.setText(line.value());
      setAccessibleText(line.name() + " " + line.value());
      setGraphic(box);
    }
  }
}
