package io.github.sandboxcache.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.TestWindow.Setup;
import io.github.sandboxcache.ui.images.TableRow;
import io.github.sandboxcache.ui.shell.Overlays;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guards what the main window does. */
class MainWindowTest {
  private final TestWindow window = TestWindow.open(Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theKeysGiveTheirCommands() {
    press(KeyCode.F5);
    press(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
    press(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    press(KeyCode.P, KeyCombination.SHORTCUT_DOWN);
    press(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    press(KeyCode.J, KeyCombination.SHORTCUT_DOWN);

    assertThat(window.commands().given())
        .containsExactly("refresh", "refresh", "install", "previewPrune", "undo", "toggleActivity");
  }

  @Test
  void noKeyReachesTheWindowBeneathADialog() {
    Toolkit.run(() -> overlays().showDialog(new Region(), () -> {}));

    press(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    assertThat(window.commands().given()).isEmpty();
    Toolkit.run(() -> overlays().closeDialog());
    assertThat(Toolkit.call(() -> overlays().isDialogOpen())).isFalse();
  }

  @Test
  void searchShowsOnlyWhatMatches() {
    Toolkit.run(() -> window.find(TextField.class, ".search").setText("pydantic"));
    Toolkit.until(() -> window.window().images().contentProperty().get().searching());

    assertThat(Toolkit.call(() -> window.window().images().contentProperty().get().images()))
        .isBetween(1, 10);
    window.screenshot("search-light");
  }

  @Test
  void aLostEngineKeepsItsRowsAndDisablesTheCommands() {
    CatalogState state = window.session().state();
    Toolkit.run(
        () ->
            window
                .session()
                .publish(new CatalogState(state.catalog(), Freshness.LOST, state.listed(), false)));

    assertThat(Toolkit.call(() -> window.find(Button.class, ".split-main").isDisabled())).isTrue();
    assertThat(Toolkit.call(() -> table().getExpandedItemCount())).isPositive();
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
    CatalogState state = window.session().state();
    Toolkit.run(
        () ->
            window
                .session()
                .publish(
                    new CatalogState(state.catalog(), Freshness.REMEMBERED, state.listed(), true)));

    assertThat(Toolkit.call(() -> window.find(Label.class, "#refreshed").getText()))
        .contains("Refreshing");
    assertThat(Toolkit.call(() -> table().getExpandedItemCount())).isPositive();
  }

  @Test
  void enterOpensTheDetailsWideAndEscTakesThemBack() {
    Toolkit.run(() -> table().getSelectionModel().select(3));
    Toolkit.run(() -> window.window().layout().toggleDetailsWide());
    Toolkit.frames(2);
    assertThat(Toolkit.call(() -> window.find(Region.class, ".details").getWidth())).isEqualTo(680);
    window.screenshot("details-light");

    press(KeyCode.ESCAPE);
    Toolkit.frames(2);

    assertThat(Toolkit.call(() -> window.find(Region.class, ".details").getWidth())).isEqualTo(312);
  }

  @Test
  void anImageCanBeLedTo() {
    var image =
        window.session().state().catalog().cached().stream()
            .filter(cached -> cached.language().name().equals("rust"))
            .findFirst()
            .orElseThrow();

    Toolkit.run(() -> window.window().context().shell().navigator().showImage(image.reference()));

    assertThat(Toolkit.call(() -> table().getSelectionModel().getSelectedItem().getValue().key()))
        .isEqualTo(image.engineReference());
  }

  @Test
  void areasAreReachedInTurn() {
    Toolkit.run(() -> window.find(Node.class, ".search").requestFocus());
    press(KeyCode.F6);
    assertThat(Toolkit.call(() -> table().isFocused())).isTrue();
    press(KeyCode.F6);
    press(KeyCode.F6);
    press(KeyCode.F6);
    press(KeyCode.F6);
    assertThat(Toolkit.call(() -> window.find(Node.class, ".search").isFocused())).isTrue();
  }

  private Overlays overlays() {
    return window.window().context().shell().overlays();
  }

  private void press(KeyCode code, Modifier... modifiers) {
    KeyCombination keys = new KeyCodeCombination(code, modifiers);
    Toolkit.run(
        () ->
            Objects.requireNonNull(
                    window.window().scene().getAccelerators().get(keys), "no such key")
                .run());
  }

  @SuppressWarnings("unchecked")
  private TreeTableView<TableRow> table() {
    return window.find(TreeTableView.class, ".images");
  }
}
