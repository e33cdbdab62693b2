package io.github.sandboxcache.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.palette.PaletteItem.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards what the palette finds, in which order, and what Enter takes. */
class PaletteModelTest {
  private static final List<PaletteItem> ITEMS =
      List.of(
          command("Install packages\u2026", ""),
          command("Preview a prune", ""),
          command("Undo the removal", "Nothing is about to be removed"),
          command("Über Sandbox Cache", ""),
          new PaletteItem(Kind.ENGINE, "Use unix:///run/podman/podman.sock", "", "", "", () -> {}),
          image("torch 2.4.1, torchvision 0.19.1", "Python c496651f31dd"),
          image("pytorch-lightning 2.4", "Python 017fd7d5d659"),
          image("express 4.19", "JavaScript 88f41c98c2eb"));

  private final List<PaletteItem> taken = new ArrayList<>();
  private final PaletteModel model =
      new PaletteModel(() -> ITEMS, TestThreads.direct(), taken::add);

  @Test
  void nothingTypedShowsCommandsFirst() {
    assertThat(model.viewProperty().get().items()).containsExactlyElementsOf(ITEMS);
  }

  @Test
  void whatBeginsWithTheWordComesBeforeWhatOnlyHasIt() {
    assertThat(found("torch"))
        .containsExactly("torch 2.4.1, torchvision 0.19.1", "pytorch-lightning 2.4");
  }

  @Test
  void imagesAreFoundByLanguageAndKeyAndAllWordsCount() {
    assertThat(found("javascript")).containsExactly("express 4.19");
    assertThat(found("c4966")).containsExactly("torch 2.4.1, torchvision 0.19.1");
    assertThat(found("python light")).containsExactly("pytorch-lightning 2.4");
  }

  @Test
  void lettersInOrderAndWordsWithoutTheirAccentsAreEnough() {
    assertThat(found("ipk")).containsExactly("Install packages\u2026");
    assertThat(found("uber")).containsExactly("Über Sandbox Cache");
    assertThat(found("xyz")).isEmpty();
  }

  @Test
  void theArrowsGoRound() {
    model.type("torch");
    model.move(-1);
    model.take();

    assertThat(taken).extracting(PaletteItem::title).containsExactly("pytorch-lightning 2.4");
  }

  @Test
  void whatCannotBeDoneIsNotTaken() {
    model.type("undo");
    model.take();

    assertThat(taken).isEmpty();
    assertThat(model.viewProperty().get().activeItem().orElseThrow().blocked()).isNotEmpty();
  }

  @Test
  void enterThatIsFasterThanTheSearchTakesWhatWasTyped() {
    Deque<Runnable> background = new ArrayDeque<>();
    PaletteModel slow =
        new PaletteModel(() -> ITEMS, new UiThreads(Runnable::run, background::add), taken::add);
    slow.type("express");
    slow.take();
    assertThat(taken).isEmpty();
    while (!background.isEmpty()) {
      background.pop().run();
    }

    assertThat(taken).extracting(PaletteItem::title).containsExactly("express 4.19");
  }

  @Test
  void ofThousandsOnlyTheFirstAreShown() {
    List<PaletteItem> many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> image("numpy " + i, "Python " + Integer.toHexString(i)))
            .toList();

    assertThat(new PaletteSearch(many).find("num"))
        .containsExactlyElementsOf(many.subList(0, PaletteSearch.MAX_HITS));
  }

  private List<String> found(String words) {
    model.type(words);
    return model.viewProperty().get().items().stream().map(PaletteItem::title).toList();
  }

  private static PaletteItem command(String title, String blocked) {
    return new PaletteItem(Kind.COMMAND, title, "", "", blocked, () -> {});
  }

  private static PaletteItem image(String title, String detail) {
    return new PaletteItem(Kind.IMAGE, title, detail, "", "", () -> {});
  }
}
