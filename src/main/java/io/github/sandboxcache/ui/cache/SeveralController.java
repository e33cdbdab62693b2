package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The details of several images: each in a line, and what removing all of them does. */
public final class SeveralController {
  private static final double ROW_HEIGHT = 24;
  private static final double LIST_PADDING = 8;

  private final SeveralModel model;
  private final LayoutModel layout;
  private final UiTexts texts;

  @FXML private VBox several;
  @FXML private Label count;
  @FXML private Button closeSeveral;
  @FXML private Label sentence;
  @FXML private ListView<SeveralImages.Row> rows;
  @FXML private Node sharedRow;
  @FXML private Label shared;
  @FXML private Label exactly;
  @FXML private Label frees;
  @FXML private Label notes;

  /** Shows what that model tells. */
  public SeveralController(SeveralModel model, LayoutModel layout, UiTexts texts) {
    this.model = model;
    this.layout = layout;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    HoverTip.install(closeSeveral, texts.text("details.close"));
    rows.setCellFactory(_ -> new ImageCell());
    model.viewProperty().subscribe(this::show);
  }

  @FXML
  private void onClose() {
    layout.detailsWideProperty().set(false);
    layout.detailsOpenProperty().set(false);
  }

  private void show(Optional<SeveralImages> shown) {
    shown.ifPresent(this::show);
  }

  private void show(SeveralImages chosen) {
    several.getStyleClass().removeIf(name -> name.startsWith("lang-"));
    several.getStyleClass().add(chosen.languageClass());
    count.setText(texts.text("several.count", chosen.images().size()));
    sentence.setText(chosen.sentence());
    DetailLists.fill(rows, chosen.rows());
    rows.setPrefHeight(chosen.rows().size() * ROW_HEIGHT + LIST_PADDING);
    shared.setText(chosen.shared());
    Nodes.show(sharedRow, !chosen.shared().isEmpty());
    exactly.setText(chosen.freedExactly());
    frees.setText(ByteText.cell(chosen.plan().frees()));
    notes.setText(String.join(" ", chosen.notes()));
  }

  /** An image in a line. */
  private static final class ImageCell extends PartsCell<SeveralImages.Row> {
    private final Label name = Nodes.growing(new Label());
    private final Label hits = new Label();
    private final Label size = new Label();
    private final HBox box = new HBox(8, name, hits, size);

    ImageCell() {
      List.of(name, hits, size).forEach(label -> label.getStyleClass().add("small"));
      hits.getStyleClass().addAll("text2", "several-hits");
      size.getStyleClass().add("several-size");
      size.setMinWidth(Region.USE_PREF_SIZE);
      hits.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    Node fill(SeveralImages.Row row) {
      name.setText(row.name());
      hits.setText(row.hits());
      size.setText(row.size());
      Nodes.style(size, "label", "small", "several-size", row.stays() ? "text2" : "plain");
      tell(row.name(), row.name() + ", " + row.hits() + ", " + row.size());
      return box;
    }
  }
}
