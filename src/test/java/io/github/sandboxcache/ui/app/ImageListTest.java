package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleUsage;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.cache.TableOrder;
import io.github.sandboxcache.ui.cache.TableOrder.Column;
import io.github.sandboxcache.ui.cache.TableRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards how the list of images is ordered and narrowed by mouse and keys. */
class ImageListTest {
  private static final Duration LONG_AGO = Duration.ofDays(35);

  private final SampleCache cache = SampleCache.believable(TestWindow.NOW);
  private TestWindow window = TestWindow.open(cache, withForgotten(), Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  /** The history of the sample, but that nobody has wanted the oldest images of late. */
  private UsageLedger withForgotten() {
    Set<String> forgotten =
        cache.images().stream()
            .filter(i -> i.createdAt().orElseThrow().isBefore(TestWindow.NOW.minus(LONG_AGO)))
            .flatMap(image -> image.references().stream())
            .collect(Collectors.toSet());
    return Ledgers.knowing(
        "with forgotten images",
        () ->
            SampleUsage.of(cache, TestWindow.NOW).stream()
                .filter(fact -> !forgotten.contains(fact.reference().toString()))
                .toList());
  }

  @Test
  void aHeadOrdersByItsLargestFirstAndTheOtherWayRoundWhenItIsClickedAgain() {
    click(Column.SAVED);
    assertThat(order()).isEqualTo(new TableOrder(Column.SAVED, true));
    assertThat(heads()).contains("Saved per GB \u2193", "Last used");
    window.screenshot("list-by-saved");

    click(Column.SAVED);
    assertThat(order()).isEqualTo(new TableOrder(Column.SAVED, false));
    click(Column.IMAGE);
    assertThat(order()).isEqualTo(new TableOrder(Column.IMAGE, false));
  }

  @Test
  void theOrderIsChosenByKeysToo() {
    Toolkit.run(() -> table().requestFocus());
    window.press(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    ContextMenu menu =
        Toolkit.call(
            () ->
                Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .filter(open -> "sortMenu".equals(open.getId()))
                    .findFirst()
                    .orElseThrow());

    Toolkit.run(
        () ->
            menu.getItems().stream()
                .filter(item -> item.getText().equals("Hits"))
                .forEach(MenuItem::fire));

    assertThat(order()).isEqualTo(new TableOrder(Column.HITS, true));
  }

  @ParameterizedTest
  @CsvSource({"list-unused-light, 1280, 820, false", "list-unused-dark, 960, 620, true"})
  void theUnusedAreShownLargestFirstWithTheirBytes(
      String name, double width, double height, boolean dark) {
    window.close();
    Setup setup = Setup.light(width, height);
    window = TestWindow.open(cache, withForgotten(), dark ? setup.dark() : setup);
    Toolkit.run(this::chooseUnused);
    Toolkit.frames(2);

    assertThat(order()).isEqualTo(new TableOrder(Column.OWN, true));
    assertThat(images()).isNotEmpty().allMatch(row -> row.hits() == 0);
    assertThat(window.words(".unused-bar"))
        .anyMatch(words -> words.startsWith(images().size() + " images without a hit in 30 days"));
    window.screenshot(name);

    Toolkit.run(this::chooseUnused);
    assertThat(order()).isEqualTo(TableOrder.LAST_USED_FIRST);
    assertThat(Toolkit.call(() -> window.find(Node.class, ".unused-bar").isVisible())).isFalse();
  }

  /** By the menu at the magnifier, which keys open as any other button. */
  private void chooseUnused() {
    MenuButton filters = window.find(MenuButton.class, ".filter-menu");
    filters.show();
    filters.getItems().getFirst().fire();
    filters.hide();
  }

  private void click(Column column) {
    Toolkit.run(
        () ->
            table().lookupAll(".column-header").stream()
                .filter(TableColumnHeader.class::isInstance)
                .map(TableColumnHeader.class::cast)
                .filter(head -> head.getTableColumn() != null)
                .filter(head -> column.equals(head.getTableColumn().getUserData()))
                .forEach(ImageListTest::click));
    Toolkit.frames(2);
  }

  private static void click(Node node) {
    node.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            5,
            5,
            5,
            5,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            new PickResult(node, 5, 5)));
  }

  private List<ImageRow> images() {
    return Toolkit.call(
        () ->
            table().getRoot().getChildren().stream()
                .flatMap(group -> group.getChildren().stream())
                .map(TreeItem::getValue)
                .map(ImageRow.class::cast)
                .toList());
  }

  private List<String> heads() {
    return Toolkit.call(() -> table().getColumns().stream().map(c -> c.getText()).toList());
  }

  private TableOrder order() {
    return Toolkit.call(() -> window.window().images().request().order());
  }

  @SuppressWarnings("unchecked")
  private TreeTableView<TableRow> table() {
    return window.find(TreeTableView.class, ".images");
  }
}
