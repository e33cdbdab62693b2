package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.testing.GarbageCollection;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.cache.TableRow;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Guards that the window goes on following its models when the garbage collector has run, and that
 * the parts it has replaced are let go.
 */
class AfterACollectionTest {
  private final TestWindow window = TestWindow.open(Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void agesAreToldAsTimeGoesBy() {
    Toolkit.frames(2);
    GarbageCollection.force();

    window.pass(Duration.ofHours(50));

    assertThat(label("#refreshed")).isEqualTo("Refreshed 2 d ago");
    assertThat(Toolkit.call(() -> ages(2)))
        .isNotEmpty()
        .allMatch(age -> age.matches("[0-9]+ [dy] ago"));
  }

  @Test
  void searchSelectionAndThemeReachTheirViews() {
    GarbageCollection.force();

    Toolkit.run(() -> table().getSelectionModel().select(2));
    String chosen =
        Toolkit.call(() -> table().getSelectionModel().getSelectedItem()).getValue().key();
    assertThat(label("#tag")).isEqualTo(chosen.substring(chosen.indexOf(':') + 1));

    Toolkit.run(() -> window.find(TextField.class, ".search").setText("pydantic"));
    Toolkit.until(() -> window.window().images().contentProperty().get().searching());
    Toolkit.until(() -> table().getExpandedItemCount() < 20);

    Toolkit.run(window::goDark);
    assertThat(Toolkit.call(() -> window.window().scene().getRoot().getStyleClass()))
        .contains("dark");
  }

  /** A table makes its rows anew now and then; the clock lives as long as the window. */
  @Test
  void rowsAndCellsThatTheTableNoLongerUsesAreLetGo() {
    Toolkit.frames(2);
    WeakReference<Node> row = new WeakReference<>(Toolkit.call(() -> row(1)));
    WeakReference<Node> cell = new WeakReference<>(Toolkit.call(() -> age(1)));

    Toolkit.run(
        () -> {
          var factory = table().getRowFactory();
          table().setRowFactory(view -> factory.call(view));
        });

    GarbageCollection.awaitTaken(row, () -> Toolkit.frames(2));
    GarbageCollection.awaitTaken(cell, () -> Toolkit.frames(2));
  }

  @Test
  void linesOfAnImagesHistoryThatAreNoLongerUsedAreLetGo() {
    Toolkit.run(() -> table().getSelectionModel().select(1));
    Toolkit.run(
        () -> window.find(TabPane.class, ".details .tab-pane").getSelectionModel().select(2));
    Toolkit.frames(4);
    ListView<?> facts = window.find(ListView.class, ".details #facts");
    WeakReference<Node> line = new WeakReference<>(Toolkit.call(() -> facts.lookup(".list-cell")));

    Toolkit.run(() -> renewCells(facts));

    assertThat(Toolkit.call(() -> facts.getItems().size())).isPositive();
    GarbageCollection.awaitTaken(line, () -> Toolkit.frames(2));
  }

  private static <T> void renewCells(ListView<T> list) {
    Callback<ListView<T>, ListCell<T>> factory = list.getCellFactory();
    list.setCellFactory(view -> factory.call(view));
  }

  private String label(String selector) {
    return Toolkit.call(() -> window.find(Label.class, selector).getText());
  }

  private List<String> ages(int from) {
    return table().lookupAll(".tree-table-cell").stream()
        .map(node -> (TreeTableCell<?, ?>) node)
        .filter(cell -> cell.getText() != null && cell.getText().endsWith(" ago"))
        .filter(cell -> cell.getTableRow().getIndex() >= from)
        .map(TreeTableCell::getText)
        .toList();
  }

  private Node age(int index) {
    return row(index).lookupAll(".tree-table-cell").stream()
        .map(node -> (TreeTableCell<?, ?>) node)
        .filter(cell -> cell.getText() != null && cell.getText().endsWith(" ago"))
        .findFirst()
        .orElseThrow();
  }

  private TreeTableRow<TableRow> row(int index) {
    return table().lookupAll(".tree-table-row-cell").stream()
        .map(node -> rowOf(node))
        .filter(row -> row.getIndex() == index)
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static TreeTableRow<TableRow> rowOf(Node node) {
    return (TreeTableRow<TableRow>) node;
  }

  @SuppressWarnings("unchecked")
  private TreeTableView<TableRow> table() {
    return window.find(TreeTableView.class, ".images");
  }
}
