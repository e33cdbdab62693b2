package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableOrder.Column;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.collections.ObservableSet;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/** Binds the table to its model. */
public final class ImagesController {
  private static final double MIN_WIDTH_FOR_CREATED = 888;
  private static final double MIN_WIDTH_FOR_HITS = 780;
  private static final double MIN_WIDTH_FOR_STATUS = 700;
  private static final double MIN_WIDTH_FOR_LAST_USED = 620;
  private static final double MIN_WIDTH_FOR_SAVED = 480;

  private final ImagesModel model;
  private final LayoutModel layout;
  private final ObservableSet<String> leaving;
  private final UiTexts texts;
  private final Ticker ticker;
  private final ChosenImageModel chosen;
  private final SeveralModel several;

  @FXML private TreeTableView<TableRow> table;
  @FXML private TreeTableColumn<TableRow, TableRow> image;
  @FXML private TreeTableColumn<TableRow, TableRow> packages;
  @FXML private TreeTableColumn<TableRow, TableRow> own;
  @FXML private TreeTableColumn<TableRow, TableRow> saved;
  @FXML private TreeTableColumn<TableRow, TableRow> hits;
  @FXML private TreeTableColumn<TableRow, TableRow> lastUsed;
  @FXML private TreeTableColumn<TableRow, TableRow> created;
  @FXML private TreeTableColumn<TableRow, TableRow> status;
  @FXML private Node unusedBar;
  @FXML private Node noMatch;
  @FXML private Node severalBar;

  private TreeBinder binder;
  private ColumnSort columnSort;
  private ColumnFit columnFit;
  private TableOrder orderBefore = TableOrder.LAST_USED_FIRST;
  private double coveredWidth;

  /**
   * For that model.
   *
   * @param chosen what keys and menu do with the chosen row
   * @param several what keys do with images that are chosen together
   * @param leaving engine references of images that an announced removal is about to take
   */
  public ImagesController(
      ImagesModel model,
      ChosenImageModel chosen,
      SeveralModel several,
      LayoutModel layout,
      ObservableSet<String> leaving,
      UiTexts texts,
      Ticker ticker) {
    this.chosen = chosen;
    this.several = several;
    this.leaving = leaving;
    this.model = model;
    this.layout = layout;
    this.texts = texts;
    this.ticker = ticker;
  }

  @FXML
  private void initialize() {
    binder = new TreeBinder(table);
    table.setRowFactory(
        _ ->
            new ImagesRow(
                more -> model.toggleWhole(more.groupKey()),
                leaving,
                model.choiceProperty(),
                texts));
    cells(image, Column.IMAGE, () -> new NameCell(texts, status.visibleProperty()));
    cells(packages, Column.PACKAGES, () -> new PackagesCell(texts, ticker));
    cells(own, Column.OWN, () -> new SizeCell(texts));
    cells(saved, Column.SAVED, () -> new SavedCell(texts));
    cells(hits, Column.HITS, () -> TextCell.hits(texts));
    cells(lastUsed, Column.LAST_USED, () -> AgeCell.lastUsed(ticker, texts));
    cells(created, Column.CREATED, () -> AgeCell.created(ticker, texts));
    cells(status, Column.STATUS, () -> new StatusCell(texts));
    image.setReorderable(false);
    columnSort = ColumnSort.install(table, texts);
    columnSort.by(TableOrder.LAST_USED_FIRST);
    table.setSortPolicy(_ -> sort());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, item) -> selected(Optional.ofNullable(item)));
    ChoosingSeveral.install(table, model);
    ImageKeys.install(table, model, chosen, several, layout);
    RowMenu.install(table, chosen, several, texts);
    table.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            chosen.showTask();
          }
          if (event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 1
              && hasDetails(model.selectedProperty().get())) {
            layout.detailsOpenProperty().set(true);
          }
        });
    table.focusedProperty().subscribe(this::focusARow);
    columnFit =
        new ColumnFit(
            table,
            packages,
            Map.of(
                created,
                MIN_WIDTH_FOR_CREATED,
                hits,
                MIN_WIDTH_FOR_HITS,
                status,
                MIN_WIDTH_FOR_STATUS,
                lastUsed,
                MIN_WIDTH_FOR_LAST_USED,
                saved,
                MIN_WIDTH_FOR_SAVED));
    model.onChange(this::apply);
    model.onEnter(this::enter);
    model.toRevealProperty().addListener((_, _, _) -> reveal());
    model.contentProperty().subscribe(_ -> describe());
    model
        .filter()
        .filterProperty()
        .addListener(
            (_, before, now) -> {
              keepFocus();
              orderFor(isUnused(before), isUnused(now));
            });
    model.filter().typedProperty().addListener((_, _, _) -> keepFocus());
    apply(TableChange.between(TableContent.EMPTY, model.contentProperty().get()));
  }

  /** A button that takes a filter back goes with it, and the keyboard would go with the button. */
  private void keepFocus() {
    boolean inBar = KeyboardFocus.isIn(unusedBar);
    boolean inPlaceholder = KeyboardFocus.isIn(noMatch);
    if (inBar || inPlaceholder) {
      enter();
    }
  }

  /** Of what is unused, the largest is wanted first. */
  private void orderFor(boolean unusedBefore, boolean unusedNow) {
    if (unusedNow && !unusedBefore) {
      orderBefore = columnSort.order();
      columnSort.by(Column.OWN.first());
    } else if (unusedBefore && !unusedNow) {
      columnSort.by(orderBefore);
    }
  }

  private static boolean isUnused(Optional<CacheFilter> filter) {
    return filter.filter(CacheFilter.Unused.class::isInstance).isPresent();
  }

  /** Puts the keyboard into the table, on the first image unless a row is chosen already. */
  private void enter() {
    table.requestFocus();
    chooseFirstImage();
  }

  /** Does so also as soon as there are other rows, of which none is chosen. */
  private void chooseFirstImage() {
    if (table.isFocused() && table.getSelectionModel().isEmpty()) {
      IntStream.range(0, table.getExpandedItemCount())
          .filter(row -> table.getTreeItem(row).getValue() instanceof TableRow.ImageRow)
          .findFirst()
          .ifPresent(table.getSelectionModel()::clearAndSelect);
    }
  }

  /** Without one, nobody would see that the table has the keyboard. */
  private void focusARow(boolean focused) {
    if (focused && table.getFocusModel().getFocusedIndex() < 0) {
      table.getFocusModel().focus(0);
    }
  }

  /** Says how much of the table's right side lies under another area, in pixels. */
  public void setCoveredWidth(double width) {
    if (width != coveredWidth) {
      coveredWidth = width;
      VBox.setMargin(unusedBar, new Insets(0, width, 0, 0));
      VBox.setMargin(severalBar, new Insets(0, width, 0, 0));
      noMatch.setTranslateX(-width / 2);
      columnFit.setCovered(width);
    }
  }

  /** Keys of the unfolded groups; empty when nothing has been shown yet. */
  public Optional<Set<String>> unfoldedGroups() {
    return binder.unfolded();
  }

  /** Unfolds those groups from the start. */
  public void setUnfoldedGroups(Set<String> keys) {
    binder.setUnfolded(keys);
  }

  /** The table's columns. */
  public Columns columns() {
    return new Columns(table);
  }

  private void apply(TableChange change) {
    binder.apply(change);
    chooseFirstImage();
    selected(Optional.ofNullable(table.getSelectionModel().getSelectedItem()));
    reveal();
  }

  private void reveal() {
    if (model.toRevealProperty().get().filter(binder::show).isPresent()) {
      model.toRevealProperty().set(Optional.empty());
      layout.detailsOpenProperty().set(true);
    }
  }

  private void describe() {
    columnSort.nameColumns();
    columnFit.fit();
  }

  private void selected(Optional<TreeItem<TableRow>> item) {
    if (!binder.isApplying()) {
      model.select(item.map(TreeItem::getValue));
    }
  }

  private boolean sort() {
    model.order(columnSort.order());
    columnSort.nameColumns();
    return true;
  }

  private static boolean hasDetails(Optional<TableRow> row) {
    return row.filter(TableRow::hasDetails).isPresent();
  }

  private static void cells(
      TreeTableColumn<TableRow, TableRow> column,
      Column order,
      Supplier<? extends TreeTableCell<TableRow, TableRow>> cell) {
    column.setUserData(order);
    column.setCellValueFactory(row -> row.getValue().valueProperty());
    column.setCellFactory(_ -> cell.get());
  }
}
