package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.ImageParts;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.LayerHolders.Holder;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The layers of the chosen image, who else has them, and what removals free. */
public final class LayersController {
  private static final double HOLDER_HEIGHT = 24;
  private static final double LIST_PADDING = 10;
  private static final int MIN_LAYERS = 3;
  private static final int MAX_HOLDERS_NARROW = 2;
  private static final int MAX_HOLDERS_WIDE = 4;

  private final DetailsModel model;
  private final LayoutModel layout;
  private final Ticker ticker;
  private final UiTexts texts;

  @FXML private Node head;
  @FXML private ListView<LayerRow> layers;
  @FXML private Hyperlink fold;
  @FXML private Node holdersBox;
  @FXML private Label alsoIn;
  @FXML private ListView<Holder> holders;
  @FXML private Node frees;
  @FXML private Label alone;
  @FXML private Label aloneBytes;
  @FXML private Node togetherRow;
  @FXML private Label togetherName;
  @FXML private Label together;
  @FXML private Label togetherBytes;

  private final Label measuring = new Label();
  private boolean baseUnfolded;
  private Optional<String> shownImage = Optional.empty();

  /** Shows what that model tells. */
  public LayersController(DetailsModel model, LayoutModel layout, Ticker ticker, UiTexts texts) {
    this.model = model;
    this.layout = layout;
    this.ticker = ticker;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    measuring.getStyleClass().addAll("small", "text3");
    measuring.setText(texts.text("layers.measuring"));
    layers.setPlaceholder(measuring);
    holders.setCellFactory(_ -> new HolderCell());
    layers
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> model.choose(Optional.ofNullable(row)));
    layout.detailsWideProperty().subscribe(this::widen);
    model.detailsProperty().subscribe(this::show);
    model.layerProperty().subscribe(this::showHolders);
  }

  @FXML
  private void onFold() {
    baseUnfolded = !baseUnfolded;
    fold.setVisited(false);
    show();
  }

  private void widen(boolean wide) {
    Nodes.show(head, wide);
    layers.setCellFactory(_ -> new LayerCell(wide, ticker, texts));
    show();
  }

  private void show() {
    Optional<Details> details = model.detailsProperty().get();
    Optional<String> image = details.map(shown -> shown.image().id());
    Optional<String> chosen = model.layerProperty().get().map(LayerRow::digest);
    boolean same = image.equals(shownImage);
    shownImage = image;
    List<LayerRow> all = details.map(Details::layers).orElse(List.of());
    boolean wide = layout.detailsWideProperty().get();
    int ofBase = details.flatMap(Details::parts).map(ImageParts::baseLayers).orElse(0);
    boolean foldable = !wide && ofBase > 1;
    DetailLists.fill(
        layers,
        foldable && !baseUnfolded ? details.map(LayersController::folded).orElse(List.of()) : all);
    // Where there is no room for these the pane scrolls as a whole.
    layers.setMinHeight(height(Math.clamp(layers.getItems().size(), 1, MIN_LAYERS)));
    layers.setMaxHeight(height(Math.max(1, layers.getItems().size())));
    Nodes.show(fold, foldable);
    fold.setText(texts.text(baseUnfolded ? "layers.fold" : "layers.unfold", ofBase));
    if (same) {
      layers.getItems().stream()
          .filter(row -> chosen.equals(Optional.of(row.digest())))
          .findFirst()
          .ifPresent(layers.getSelectionModel()::select);
    } else {
      layers.getSelectionModel().clearSelection();
    }
    showHolders();
  }

  private double height(int rows) {
    return rows * layers.getFixedCellSize() + LIST_PADDING;
  }

  private static List<LayerRow> folded(Details details) {
    return LayerRow.folded(
        details.layers(),
        details.baseName(),
        details.parts().map(ImageParts::baseBytes).orElse(ByteCount.ZERO));
  }

  private void showHolders() {
    Optional<LayerHolders> shown = model.holders();
    boolean wide = layout.detailsWideProperty().get();
    List<Holder> others = shown.map(LayerHolders::others).orElse(List.of());
    Nodes.show(holdersBox, !others.isEmpty());
    alsoIn.setText(texts.text("layers.also-in.count", others.size()));
    DetailLists.fill(holders, others);
    int rows = Math.clamp(others.size(), 1, wide ? MAX_HOLDERS_WIDE : MAX_HOLDERS_NARROW);
    double height = rows * HOLDER_HEIGHT + 2;
    holders.setMinHeight(height);
    holders.setPrefHeight(height);
    holders.setMaxHeight(height);
    Optional<ByteCount> freed = shown.flatMap(LayerHolders::alone);
    Optional<ByteCount> all = shown.flatMap(LayerHolders::together);
    Nodes.show(frees, freed.isPresent() && (wide || all.isPresent()));
    alone.setText(ByteText.cell(freed));
    aloneBytes.setText(ByteText.exact(freed));
    Nodes.show(aloneBytes, wide);
    Nodes.show(togetherBytes, wide);
    Nodes.show(togetherRow, all.isPresent());
    togetherName.setText(
        texts.text("layers.frees.together", shown.map(LayerHolders::images).orElse(0)));
    together.setText(ByteText.cell(all));
    togetherBytes.setText(ByteText.exact(all));
  }
}
