package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.ui.app.TestWindow;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.app.Toolkit;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.ChosenImageModel.ChosenImage;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What speaks against a removal is said before anybody asks for it. */
class ChosenImageModelTest {
  private final TestWindow window = TestWindow.open(Setup.light(1280, 820));
  private final ObservableSet<String> leaving = FXCollections.observableSet();
  private final ChosenImageModel model =
      Toolkit.call(
          () ->
              new ChosenImageModel(
                  window.window().images(),
                  window.window().cache(),
                  window.window().engine().statusProperty(),
                  leaving,
                  window.commands(),
                  _ -> {},
                  UiTexts.load("ui")));

  @AfterEach
  void close() {
    window.close();
  }

  private ChosenImage choose(Predicate<TableRow> which) {
    return Toolkit.call(
        () -> {
          TableRow row =
              window.window().images().contentProperty().get().groups().stream()
                  .flatMap(group -> group.rows().stream())
                  .filter(which)
                  .findFirst()
                  .orElseThrow();
          window.window().images().select(Optional.of(row));
          return model.chosenProperty().get();
        });
  }

  private static boolean isFree(TableRow row) {
    return row instanceof ImageRow image
        && image.image().users().containers().isEmpty()
        && image.children() == 0;
  }

  @Test
  void anImageThatNothingUsesCanBePinnedAndRemoved() {
    ChosenImage chosen = choose(ChosenImageModelTest::isFree);

    assertThat(chosen.canPin()).isTrue();
    assertThat(chosen.canRemove()).isTrue();
    Toolkit.run(model::togglePin);
    Toolkit.run(model::remove);
    String name = chosen.reference().orElseThrow().toString();
    assertThat(window.commands().given()).containsExactly("pin " + name, "remove " + name);
  }

  @Test
  void whatIsPinnedCanOnlyBeUnpinned() {
    ChosenImage before = choose(ChosenImageModelTest::isFree);
    CacheReference image = before.reference().orElseThrow();
    Toolkit.run(() -> window.window().images().reveal(image));
    var _ = window.session().service().pins().pin(List.of(image));
    Toolkit.run(window.window().cache()::recount);

    ChosenImage chosen = Toolkit.call(model.chosenProperty()::get);
    assertThat(chosen.pinned()).isTrue();
    assertThat(chosen.removeBlocked()).isEqualTo("Pinned, so it is kept");
    Toolkit.run(model::remove);
    Toolkit.run(model::togglePin);
    assertThat(window.commands().given())
        .containsExactly("tell Pinned, so it is kept", "unpin " + image);
  }

  @Test
  void whatIsUsedCannotBeRemoved() {
    ChosenImage chosen =
        choose(
            row -> row instanceof ImageRow image && !image.image().users().containers().isEmpty());

    assertThat(chosen.canPin()).isTrue();
    assertThat(chosen.canRemove()).isFalse();
    assertThat(chosen.removeBlocked()).startsWith("In use");
  }

  @Test
  void whileImagesAreRemovedNoOtherRemovalStarts() {
    choose(ChosenImageModelTest::isFree);
    Toolkit.run(() -> leaving.add("mcp-sandbox-go:0123456789ab"));

    assertThat(Toolkit.call(() -> model.chosenProperty().get().removeBlocked()))
        .isEqualTo("Images are being removed");
  }

  @Test
  void baseImagesAreNeitherPinnedNorRemoved() {
    ChosenImage chosen = choose(BaseRow.class::isInstance);

    assertThat(chosen.canPin()).isFalse();
    assertThat(chosen.removeBlocked()).isEqualTo("Base images are never removed");
  }
}
