package io.github.sandboxcache.domain.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.archives.ArchiveSubject;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.history.RemovedImage;
import io.github.sandboxcache.domain.restore.RestoreCost.FromArchive;
import io.github.sandboxcache.domain.restore.RestoreCost.Installed;
import io.github.sandboxcache.domain.restore.RestoreCost.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a restore takes is told from records, or not at all. */
class RestoreCostTest {
  private static final List<String> ASKED = List.of("bevy@0.14.2");
  private static final CacheReference NAME =
      CacheReference.of(Language.RUST, CacheKey.of(Language.RUST, ASKED));
  private static final Optional<Duration> TIME = Optional.of(Duration.ofMinutes(5));
  private static final OptionalLong BYTES = OptionalLong.of(388_000_000);

  private static RemovedImage removed(PackagesFrom from, OptionalLong bytes) {
    ImageRecipe recipe =
        new ImageRecipe(
            NAME,
            "sha256:1",
            Optional.of(new AskedPackages(ASKED, from)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new RemovedImage(1, recipe, Instant.EPOCH, bytes, false);
  }

  private static ArchivedImage archive(String imageId, long bytes) {
    return new ArchivedImage(
        new ArchiveSubject("unix:///x", imageId, List.of(), List.of(), 0, Optional.empty()),
        bytes,
        Instant.EPOCH);
  }

  @Test
  void anImageTakesTheTimeOfItsInstallsAndTheBytesItHad() {
    assertThat(RestoreCost.of(removed(PackagesFrom.LABEL, BYTES), List.of(), TIME))
        .isEqualTo(new Installed(TIME, BYTES));
  }

  @Test
  void whatIsNotRecordedIsNotMadeUp() {
    assertThat(
            RestoreCost.of(
                removed(PackagesFrom.LABEL, OptionalLong.empty()), List.of(), Optional.empty()))
        .isEqualTo(new Installed(Optional.empty(), OptionalLong.empty()));
  }

  @Test
  void anArchiveOfTheSameImageIsReadInstead() {
    List<ArchivedImage> archives =
        List.of(archive("sha256:other", 1), archive("sha256:1", 96_000_000));

    assertThat(RestoreCost.of(removed(PackagesFrom.LABEL, BYTES), archives, TIME))
        .isEqualTo(new FromArchive(96_000_000));
    assertThat(RestoreCost.of(removed(PackagesFrom.GUESS, BYTES), archives, TIME))
        .isEqualTo(new FromArchive(96_000_000));
  }

  @Test
  void whatCannotBeInstalledHasNoCost() {
    assertThat(RestoreCost.of(removed(PackagesFrom.GUESS, BYTES), List.of(), TIME))
        .isEqualTo(new Unknown());
  }

  @Test
  void severalTakeWhatEachTakesWhereAllIsKnown() {
    Installed one = new Installed(TIME, BYTES);
    Installed untimed = new Installed(Optional.empty(), BYTES);

    assertThat(RestoreCost.sum(List.of(one))).isEqualTo(one);
    assertThat(RestoreCost.sum(List.of(one, one)))
        .isEqualTo(
            new Installed(Optional.of(Duration.ofMinutes(10)), OptionalLong.of(776_000_000)));
    assertThat(RestoreCost.sum(List.of(one, untimed)))
        .isEqualTo(new Installed(Optional.empty(), OptionalLong.of(776_000_000)));
    assertThat(RestoreCost.sum(List.of(new FromArchive(1), new FromArchive(2))))
        .isEqualTo(new FromArchive(3));
    assertThat(RestoreCost.sum(List.of(one, new FromArchive(1)))).isEqualTo(new Unknown());
    assertThat(RestoreCost.sum(List.of(one, new Unknown()))).isEqualTo(new Unknown());
    assertThat(RestoreCost.sum(List.of())).isEqualTo(new Unknown());
  }
}
