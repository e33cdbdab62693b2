package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.cache.TableContent;
import io.github.sandboxcache.ui.cache.TableRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what the main window does. */
class MainWindowTest {
  private final TestWindow window = TestWindow.open(Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theKeysGiveTheirCommands() {
    pressAllThatGiveCommands();

    assertThat(window.commands().given())
        .containsExactly(
            "refresh",
            "refresh",
            "install",
            "previewPrune",
            "undo",
            "toggleActivity",
            "openSettings",
            "showKeys",
            "showKeys");
  }

  private void pressAllThatGiveCommands() {
    window.press(KeyCode.F5);
    List.of(KeyCode.R, KeyCode.N, KeyCode.P, KeyCode.Z, KeyCode.J, KeyCode.COMMA, KeyCode.SLASH)
        .forEach(code -> window.press(code, KeyCombination.SHORTCUT_DOWN));
    window.press(KeyCode.F1);
  }

  @Test
  void noKeyReachesTheWindowBeneathADialog() {
    boolean folded = Toolkit.call(window.window().layout().usageFoldedProperty()::get);
    Toolkit.run(() -> overlays().showDialog(new Region(), () -> {}));

    pressAllThatGiveCommands();
    window.press(KeyCode.U, KeyCombination.SHORTCUT_DOWN);
    window.press(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    assertThat(window.commands().given()).isEmpty();
    assertThat(Toolkit.call(window.window().layout().usageFoldedProperty()::get)).isEqualTo(folded);
    assertThat(Toolkit.call(() -> window.find(Node.class, ".search").isFocused())).isFalse();
    Toolkit.run(() -> overlays().closeDialog());
    assertThat(Toolkit.call(() -> overlays().isDialogOpen())).isFalse();
  }

  @Test
  void searchShowsOnlyWhatMatches() {
    Toolkit.run(() -> window.find(TextField.class, ".search").setText("pydantic"));
    Toolkit.until(() -> window.window().images().contentProperty().get().searching());

    assertThat(Toolkit.call(() -> window.window().images().contentProperty().get().groups()))
        .flatExtracting(TableContent.Group::rows)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(((ImageRow) row).packages())
                    .extracting(PackageLabel::name)
                    .anyMatch(name -> name.contains("pydantic")));
    window.screenshot("search-light");
  }

  @Test
  void aLostEngineKeepsItsRowsAndDisablesTheCommands() {
    int rows = Toolkit.call(() -> table().getExpandedItemCount());
    CatalogState state = window.session().state();
    Toolkit.run(
        () ->
            window
                .session()
                .publish(new CatalogState(state.catalog(), Freshness.LOST, state.listed(), false)));

    for (String command : List.of("#install", "#prune", "#prunePreview", "#clear")) {
      assertThat(Toolkit.call(() -> window.find(Button.class, command).isDisabled()))
          .as(command)
          .isTrue();
    }
    assertThat(Toolkit.call(() -> table().getExpandedItemCount()))
        .isEqualTo(rows)
        .isGreaterThan(10);
    assertThat(Toolkit.call(() -> window.find(Label.class, "#engineText").getText()))
        .isEqualTo("Engine lost");
    window.screenshot("engine-lost-light");
  }

  @Test
  void theAgeOfTheListIsToldAsTimeGoesBy() {
    assertThat(refreshed()).isEqualTo("Refreshed 4 s ago");
    window.pass(Duration.ofSeconds(1));
    assertThat(refreshed()).isEqualTo("Refreshed 5 s ago");
    window.pass(Duration.ofSeconds(6));
    assertThat(refreshed()).isEqualTo("Refreshed 10 s ago");
    window.pass(Duration.ofSeconds(4));
    assertThat(refreshed()).isEqualTo("Refreshed 10 s ago");
    window.pass(Duration.ofSeconds(50));
    assertThat(refreshed()).isEqualTo("Refreshed 1 min ago");
    window.pass(Duration.ofMinutes(59));
    assertThat(refreshed()).isEqualTo("Refreshed 1 h ago");
  }

  private String refreshed() {
    return Toolkit.call(() -> window.find(Label.class, "#refreshed").getText());
  }

  @Test
  void rememberedRowsStayWhileTheFreshListLoads() {
    int rows = Toolkit.call(() -> table().getExpandedItemCount());
    CatalogState state = window.session().state();
    Toolkit.run(
        () ->
            window
                .session()
                .publish(
                    new CatalogState(state.catalog(), Freshness.REMEMBERED, state.listed(), true)));

    assertThat(Toolkit.call(() -> window.find(Label.class, "#refreshed").getText()))
        .contains("Refreshing");
    assertThat(Toolkit.call(() -> table().getExpandedItemCount()))
        .isEqualTo(rows)
        .isGreaterThan(10);
  }

  @Test
  void enterOpensTheDetailsWideAndEscTakesThemBack() {
    Toolkit.run(() -> table().getSelectionModel().select(3));
    Toolkit.run(() -> table().requestFocus());
    assertThat(detailsWidth()).isEqualTo(312);

    window.press(KeyCode.ENTER);

    assertThat(detailsWidth()).isEqualTo(680);
    window.screenshot("details-light");

    window.press(KeyCode.ESCAPE);

    assertThat(detailsWidth()).isEqualTo(312);
    assertThat(Toolkit.call(() -> table().getSelectionModel().getSelectedIndex())).isEqualTo(3);
  }

  private double detailsWidth() {
    Toolkit.frames(2);
    return Toolkit.call(() -> window.find(Region.class, ".details").getWidth());
  }

  @Test
  void anImageCanBeLedTo() {
    var image =
        window.session().state().catalog().cached().stream()
            .filter(cached -> cached.language().name().equals("rust"))
            .findFirst()
            .orElseThrow();

    Toolkit.run(() -> window.window().images().reveal(image.reference()));

    assertThat(Toolkit.call(() -> table().getSelectionModel().getSelectedItem().getValue().key()))
        .isEqualTo(image.engineReference());
  }

  @ParameterizedTest
  @CsvSource({
    "false, '.images, .details, .usage, .status-bar, .header'",
    "true, '.status-bar, .usage, .details, .images, .header'"
  })
  void areasAreReachedInTurn(boolean backwards, String areas) {
    Toolkit.run(() -> table().getSelectionModel().select(1));
    Toolkit.run(() -> window.find(Node.class, ".search").requestFocus());
    for (String area : areas.split(", ", -1)) {
      if (backwards) {
        window.press(KeyCode.F6, KeyCombination.SHIFT_DOWN);
      } else {
        window.press(KeyCode.F6);
      }
      assertThat(Toolkit.call(() -> KeyboardFocus.isIn(window.find(Node.class, area))))
          .as(area)
          .isTrue();
    }
  }

  private Overlays overlays() {
    return window.window().overlays();
  }

  @SuppressWarnings("unchecked")
  private TreeTableView<TableRow> table() {
    return window.find(TreeTableView.class, ".images");
  }
}
