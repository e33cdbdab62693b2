package io.github.sandboxcache.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.welcome.EmptyModel.Trouble;
import io.github.sandboxcache.ui.welcome.EmptyText.Point;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page of an empty cache says, and that it claims no more than is known. */
class EmptyTextTest {
  private static final CacheReference IMAGE = new CacheReference(Language.GO, "0123456789ab");

  private static FailedSaves saves(long count, String reason) {
    return new FailedSaves(
        count > 0 ? Map.of(IMAGE, count) : Map.of(),
        Map.of(),
        Optional.of(Instant.EPOCH),
        Optional.of(reason).filter(why -> !why.isEmpty()),
        false);
  }

  private static EmptyText text(Trouble trouble) {
    return EmptyText.of(Optional.of(trouble), UiTexts.load("dialogs"));
  }

  @Test
  void withoutTroubleItSaysWhatTheCacheIsFor() {
    EmptyText text = EmptyText.of(Optional.empty(), UiTexts.load("dialogs"));
    assertThat(text.note()).startsWith("Images appear here when a sandbox run needs packages.");
    assertThat(text.points())
        .extracting(Point::title)
        .containsExactly(
            "One image per package set", "Hit rate and size", "Clean-up you can see first");
  }

  @Test
  void aRefusedNameIsTheSandboxesOwnFault() {
    EmptyText text = text(new Trouble(4, 3, false, saves(12, "500 - Invalid tag format"), true));
    assertThat(text.note()).isEqualTo("12 installs of the sandbox in 7 days were not saved.");
    assertThat(text.points())
        .extracting(Point::title)
        .containsExactly("The sandbox can’t save its images", "Name 3 of them", "Or install ahead");
    assertThat(text.points().getFirst().note())
        .startsWith("It puts the whole name into the tag, which engines refuse.");
  }

  @Test
  void missesThatNothingFollowsAreNoProofOfAFailure() {
    FailedSaves saves =
        new FailedSaves(
            Map.of(), Map.of(IMAGE, 3L), Optional.of(Instant.EPOCH), Optional.empty(), false);
    EmptyText text = text(new Trouble(0, 0, false, saves, false));
    assertThat(text.note()).isEqualTo("3 installs in 7 days are not in the cache: why is unknown.");
    assertThat(text.points().getFirst().title()).isEqualTo("What it missed never came");
    assertThat(text.points().getFirst().note()).startsWith("Nothing tells why");
  }

  @Test
  void anyOtherReasonIsQuotedAndAnUnknownOneIsNotMadeUp() {
    assertThat(text(new Trouble(0, 0, false, saves(1, "no space\u0007 left"), true)))
        .satisfies(
            text -> {
              assertThat(text.note())
                  .isEqualTo("1 install of the sandbox in 7 days was not saved.");
              assertThat(text.points().getFirst().note())
                  .startsWith("Its saves end with “no space\\u0007 left”.");
              assertThat(text.points())
                  .extracting(Point::title)
                  .containsExactly(
                      "The sandbox can’t save its images",
                      "Every run installs anew",
                      "Install ahead");
            });
    assertThat(text(new Trouble(0, 0, false, saves(1, ""), true)).points().getFirst().note())
        .startsWith("Some versions put the whole name into the tag");
  }

  @Test
  void imagesOfWhichTheLogSaysNothingAreNoProofThatItCannotSaveNow() {
    EmptyText text = text(new Trouble(2, 0, true, FailedSaves.NONE, false));
    assertThat(text.note())
        .isEqualTo("The sandbox left 2 images without a name, which it cannot find again.");
    assertThat(text.points().getFirst().title()).isEqualTo("Saves of the sandbox failed");
    assertThat(text.points().get(1).title()).isEqualTo("Name them");
    assertThat(text(new Trouble(2, 0, false, FailedSaves.NONE, false)).points().get(1).title())
        .isEqualTo("None can be named");
  }
}
