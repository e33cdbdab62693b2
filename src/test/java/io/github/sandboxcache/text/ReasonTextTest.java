package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards that everything that stays says why, and by what. */
class ReasonTextTest {
  @Test
  void usedImagesNameTheirContainers() {
    assertThat(ReasonText.full(new KeepReason.InUse(List.of("web-1"))))
        .isEqualTo("in use by the container web-1");
    assertThat(ReasonText.full(new KeepReason.InUse(List.of("a", "b"))))
        .isEqualTo("in use by the containers a, b");
    assertThat(ReasonText.brief(new KeepReason.InUse(List.of("a", "b"))))
        .isEqualTo("In use · 2 containers");
  }

  @Test
  void parentsNameTheirChildren() {
    assertThat(ReasonText.full(new KeepReason.ParentOf(List.of("x:1"))))
        .isEqualTo("base of an image that stays: x:1");
    assertThat(ReasonText.full(new KeepReason.ParentOf(List.of("x:1", "y:1"))))
        .isEqualTo("base of 2 images that stay: x:1, y:1");
    assertThat(ReasonText.brief(new KeepReason.ParentOf(List.of("x:1"))))
        .isEqualTo("Base of 1 image");
  }

  @Test
  void policyNamesItsNumber() {
    assertThat(ReasonText.full(new KeepReason.Newest(3)))
        .isEqualTo("among the newest 3 of its language");
    assertThat(ReasonText.brief(new KeepReason.Newest(3))).isEqualTo("Newest 3");
    assertThat(ReasonText.full(new KeepReason.Newest(KeepNewest.UNKNOWN_COUNT)))
        .isEqualTo("it is unknown how many images to keep");
    assertThat(ReasonText.brief(new KeepReason.Newest(KeepNewest.UNKNOWN_COUNT)))
        .isEqualTo("Number to keep unknown");
  }

  @Test
  void pinsAreNamedAndSoIsThatTheyCannotBeRead() {
    assertThat(ReasonText.full(new KeepReason.Pinned())).isEqualTo("pinned");
    assertThat(ReasonText.brief(new KeepReason.Pinned())).isEqualTo("Pinned");
    assertThat(ReasonText.full(new KeepReason.PinsUnreadable()))
        .isEqualTo("the pins cannot be read, so it may be pinned");
    assertThat(ReasonText.brief(new KeepReason.PinsUnreadable())).isEqualTo("Pins unreadable");
  }

  @Test
  void whatHappenedMeanwhileIsSaid() {
    assertThat(ReasonText.full(new KeepReason.Changed()))
        .isEqualTo("its name meant another image by the time of removal");
    assertThat(ReasonText.brief(new KeepReason.Changed())).isEqualTo("Changed meanwhile");
    assertThat(ReasonText.full(new KeepReason.AlreadyGone()))
        .isEqualTo("gone already by the time of removal");
    assertThat(ReasonText.brief(new KeepReason.AlreadyGone())).isEqualTo("Gone already");
    assertThat(ReasonText.full(new KeepReason.Cancelled())).isEqualTo("cancelled before its turn");
    assertThat(ReasonText.brief(new KeepReason.Cancelled())).isEqualTo("Cancelled");
  }

  @Test
  void namesOfOthersAreMadeHarmless() {
    assertThat(ReasonText.full(new KeepReason.InUse(List.of("a\u001b[31m"))))
        .isEqualTo("in use by the container a\\u001b[31m");
    assertThat(ReasonText.full(new KeepReason.ParentOf(List.of("a\u202eb:1"))))
        .isEqualTo("base of an image that stays: a\\u202eb:1");
  }
}
