package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.cache.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guards that 10,000 images can be used, and that a refresh leaves the user where they were. */
class ManyImagesTest {
  private final TestWindow window =
      TestWindow.open(SampleCache.ofSize(10_000, TestWindow.NOW), Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aRefreshKeepsSelectionUnfoldedGroupsAndTheRowAtTheTop() {
    Toolkit.run(() -> showAllOf(0));
    Toolkit.frames(2);
    Toolkit.run(
        () -> {
          table().getSelectionModel().select(1000);
          table().scrollTo(990);
        });
    Toolkit.frames(3);
    String chosen = Toolkit.call(this::chosenKey);
    String top = Toolkit.call(this::topKey);

    Toolkit.run(() -> refreshWithout(40));
    Toolkit.frames(3);

    assertThat(Toolkit.call(this::chosenKey)).isEqualTo(chosen);
    assertThat(Toolkit.call(this::topKey)).isEqualTo(top);
    assertThat(Toolkit.call(() -> window.find(Label.class, "#tag").getText()))
        .isEqualTo(chosen.substring(chosen.indexOf(':') + 1));
    assertThat(Toolkit.call(() -> table().getRoot().getChildren().getFirst().isExpanded()))
        .isTrue();
    window.screenshot("many-images");
  }

  @Test
  void aRefreshThatChangesNothingMovesNothing() {
    Toolkit.run(() -> table().getSelectionModel().select(3));
    TreeItem<TableRow> item = Toolkit.call(() -> table().getSelectionModel().getSelectedItem());

    Toolkit.run(() -> window.session().publish(window.session().state()));

    assertThat(Toolkit.call(() -> table().getSelectionModel().getSelectedItem())).isSameAs(item);
  }

  @Test
  void insteadOfAChosenImageThatWentItsNeighbourIsChosen() {
    Toolkit.run(() -> table().getSelectionModel().select(1));
    String gone = Toolkit.call(this::chosenKey);
    String next = Toolkit.call(() -> table().getTreeItem(2).getValue().key());

    Toolkit.run(() -> refreshWithoutReference(gone));

    assertThat(Toolkit.call(this::chosenKey)).isEqualTo(next);
    assertThat(Toolkit.call(() -> table().getFocusModel().getFocusedIndex())).isEqualTo(1);
  }

  @Test
  void onlyRowsInViewHaveCells() {
    Toolkit.run(() -> showAllOf(0));
    Toolkit.frames(2);

    int rows = Toolkit.call(() -> table().getExpandedItemCount());
    int cells = Toolkit.call(() -> table().lookupAll(".tree-table-row-cell").size());

    assertThat(rows).isGreaterThan(1400);
    assertThat(cells).isLessThan(60);
  }

  @Test
  void anotherSizeIsShownByTheCellsThatAreThere() {
    Toolkit.frames(2);
    List<Node> cells = Toolkit.call(this::visibleRows);
    List<String> before = Toolkit.call(this::visibleTexts);

    Toolkit.run(
        () ->
            publish(
                state().catalog().snapshot().images().stream()
                    .map(ManyImagesTest::grown)
                    .toList()));
    Toolkit.frames(3);

    assertThat(Toolkit.call(this::visibleRows)).isEqualTo(cells);
    assertThat(Toolkit.call(this::visibleTexts)).isNotEqualTo(before);
  }

  private static EngineImage grown(EngineImage image) {
    return new EngineImage(
        image.id(),
        image.references(),
        OptionalLong.of(image.sizeBytes().orElseThrow() + 5_000_000_000L),
        image.sharedBytes(),
        image.createdAt(),
        image.parentId(),
        image.labels());
  }

  private List<Node> visibleRows() {
    return table().lookupAll(".tree-table-row-cell").stream().toList();
  }

  private List<String> visibleTexts() {
    return table().lookupAll(".tree-table-cell.numeric .label").stream()
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private void showAllOf(int group) {
    TreeItem<TableRow> item = table().getRoot().getChildren().get(group);
    item.setExpanded(true);
    window.window().images().toggleWhole(item.getValue().key());
  }

  private void refreshWithout(int howMany) {
    List<EngineImage> images = new ArrayList<>(state().catalog().snapshot().images());
    publish(images.subList(howMany, images.size()));
  }

  private void refreshWithoutReference(String reference) {
    publish(
        state().catalog().snapshot().images().stream()
            .filter(image -> !image.references().contains(reference))
            .toList());
  }

  private void publish(List<EngineImage> images) {
    CatalogState state = state();
    window
        .session()
        .publish(
            new CatalogState(
                Images.measured(Catalog.of(state.catalog().snapshot().withImages(images))),
                state.freshness(),
                state.listed(),
                false));
  }

  private CatalogState state() {
    return window.session().state();
  }

  private String chosenKey() {
    return table().getSelectionModel().getSelectedItem().getValue().key();
  }

  private String topKey() {
    IndexedCell<?> top = ((VirtualFlow<?>) table().lookup(".virtual-flow")).getFirstVisibleCell();
    return table().getTreeItem(top.getIndex()).getValue().key();
  }

  @SuppressWarnings("unchecked")
  private TreeTableView<TableRow> table() {
    return window.find(TreeTableView.class, ".images");
  }
}
