package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.PackageDifference;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.restore.RestoreCost;
import io.github.sandboxcache.domain.restore.RestoredImage;
import io.github.sandboxcache.domain.restore.RestoredImage.Base;
import io.github.sandboxcache.domain.restore.RestoredImage.Outcome;
import io.github.sandboxcache.domain.restore.RestoredImage.Versions;
import io.github.sandboxcache.testing.InLocale;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How it is told what became of a removed image that was made again. */
class RestoreTextTest {
  private static Outcome.Made made(Versions versions, Base base) {
    InstallRequest request = InstallRequest.of(Language.PYTHON, List.of("requests"));
    return new Outcome.Made(
        InstallResult.installed(request, Duration.ZERO), versions, base, Optional.empty());
  }

  private static List<InstalledPackage> packages(String... namesAndVersions) {
    return Stream.of(namesAndVersions)
        .map(each -> each.split(" ", -1))
        .map(
            parts ->
                new InstalledPackage(
                    Ecosystem.PYTHON, parts[0], parts[1], OptionalLong.empty(), true, List.of()))
        .toList();
  }

  private static String other(
      boolean gone, List<InstalledPackage> before, List<InstalledPackage> after) {
    return RestoreText.made(
        made(new Versions.Other(PackageDifference.between(before, after), gone), Base.SAME));
  }

  private static boolean isAsBefore(Outcome outcome) {
    CacheReference reference = new CacheReference(Language.PYTHON, "483197298936");
    return new RestoredImage(reference, outcome).isAsBefore();
  }

  private static Optional<String> cost(Optional<Duration> time, OptionalLong bytes) {
    return RestoreText.cost(new RestoreCost.Installed(time, bytes));
  }

  @Test
  void onlyWhatIsKnownOfItsCostIsTold() {
    Optional<Duration> time = Optional.of(Duration.ofMinutes(5));
    OptionalLong bytes = OptionalLong.of(388_000_000);
    assertThat(cost(time, bytes)).contains("≈ 5 min, takes 388 MB");
    assertThat(cost(time, OptionalLong.empty())).contains("≈ 5 min");
    assertThat(cost(Optional.empty(), bytes)).contains("takes 388 MB");
    assertThat(cost(Optional.empty(), OptionalLong.empty())).isEmpty();
    assertThat(RestoreText.cost(new RestoreCost.Unknown())).isEmpty();
    assertThat(RestoreText.cost(new RestoreCost.FromArchive(96_000_000)))
        .contains("from the archive, 96 MB");
    try (InLocale _ = InLocale.of(Locale.GERMANY)) {
      assertThat(cost(time, bytes)).contains("≈ 5 min, belegt 388 MB");
    }
  }

  @Test
  void whatItsArchiveWasGoodForIsTold() {
    Outcome.Loaded loaded = new Outcome.Loaded(List.of("six"), Duration.ZERO);
    assertThat(RestoreText.of(loaded)).containsExactly("the same image, from its archive");
    assertThat(isAsBefore(loaded)).isTrue();
    Outcome.Made same = made(new Versions.Same(), Base.SAME);
    ArchiveTrouble damaged = ArchiveTrouble.of(ArchiveTrouble.Kind.DAMAGED);
    assertThat(
            RestoreText.made(
                new Outcome.Made(
                    same.install(), same.versions(), same.base(), Optional.of(damaged))))
        .isEqualTo("same versions; not from its archive: the archive is damaged");
    assertThat(RestoreText.of(new Outcome.NotLoaded(damaged)))
        .containsExactly("cannot be had from its archive: the archive is damaged");
  }

  @Test
  void theSameIsToldInTwoWords() {
    Outcome.Made same = made(new Versions.Same(), Base.SAME);
    assertThat(RestoreText.made(same)).isEqualTo("same versions");
    assertThat(isAsBefore(same)).isTrue();
  }

  @Test
  void otherVersionsAreToldByNameAndTheRestByNumber() {
    assertThat(
            other(
                false,
                packages("idna 3.6", "six 1.0", "urllib3 2.0.7", "zope 1", "gone 1"),
                packages("idna 3.7", "six 1.1", "urllib3 2.2.1", "zope 2", "one 1", "two 1")))
        .isEqualTo(
            "other versions: idna 3.7 instead of 3.6, six 1.1 instead of 1.0, urllib3 2.2.1"
                + " instead of 2.0.7, 1 more in other versions, 2 packages more, 1 package fewer");
  }

  @Test
  void versionsThatAreGoneAreSaidToBe() {
    assertThat(other(true, packages("six 1.0"), packages("six 1.1")))
        .isEqualTo("its versions are no longer available: six 1.1 instead of 1.0");
  }

  @Test
  void whatIsNotKnownIsNotCalledTheSame() {
    Outcome.Made unknown = made(new Versions.NotRecorded(), Base.UNKNOWN);
    assertThat(RestoreText.made(unknown))
        .isEqualTo("its versions were not known; these may differ; its base image was not known");
    assertThat(isAsBefore(unknown)).isFalse();
    assertThat(isAsBefore(made(new Versions.Same(), Base.OTHER))).isFalse();
  }

  @Test
  void versionsOfStrangersAreHarmless() {
    assertThat(other(false, packages("six 1.0"), packages("six 1\u001b[31m")))
        .doesNotContain("\u001b");
  }

  @Test
  void inGermanToo() {
    try (var _ = InLocale.of(Locale.GERMANY)) {
      assertThat(other(false, packages("six 1.0"), packages("six 1.1")))
          .isEqualTo("andere Versionen: six 1.1 statt 1.0");
    }
  }
}
