package io.github.sandboxcache.domain.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is too old is deleted, then the oldest, until all that is kept fits into the budget. */
class ArchiveLimitsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private static ArchivedImage archive(int number, long bytes, int daysAgo) {
    ArchiveSubject subject =
        new ArchiveSubject(
            "unix:///engine", "sha256:" + number, List.of(), List.of(), 0, Optional.empty());
    return new ArchivedImage(subject, bytes, NOW.minus(Duration.ofDays(daysAgo)));
  }

  @Provide
  Arbitrary<List<ArchivedImage>> archives() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1_000_000),
            Arbitraries.longs().between(0, 500),
            Arbitraries.integers().between(0, 40))
        .as(ArchiveLimitsTest::archive)
        .list()
        .uniqueElements(ArchivedImage::subject)
        .ofMaxSize(20);
  }

  private static List<ArchivedImage> left(
      List<ArchivedImage> all, ArchiveLimits limits, long room) {
    List<ArchivedImage> left = new ArrayList<>(all);
    left.removeAll(limits.surplus(all, room, NOW));
    return left;
  }

  private static long bytes(List<ArchivedImage> archives) {
    return archives.stream().mapToLong(ArchivedImage::bytes).sum();
  }

  @Property
  void whatIsKeptFitsIntoTheBudgetTogetherWithWhatComes(
      @ForAll("archives") List<ArchivedImage> all,
      @ForAll @IntRange(min = 1, max = 40) int days,
      @ForAll @LongRange(min = 0, max = 3_000) long budget,
      @ForAll @LongRange(min = 0, max = 500) long room) {
    List<ArchivedImage> left = left(all, new ArchiveLimits(Duration.ofDays(days), budget), room);
    assertThat(left).allMatch(each -> !each.keptAt().plus(Duration.ofDays(days)).isBefore(NOW));
    assertThat(left.isEmpty() || bytes(left) + room <= budget).isTrue();
  }

  @Property
  void nothingIsDeletedThatIsNewerThanWhatIsKept(
      @ForAll("archives") List<ArchivedImage> all,
      @ForAll @LongRange(min = 0, max = 3_000) long budget) {
    ArchiveLimits limits = new ArchiveLimits(Duration.ofDays(100), budget);
    List<ArchivedImage> gone = limits.surplus(all, 0, NOW);
    for (ArchivedImage kept : left(all, limits, 0)) {
      assertThat(gone).noneMatch(each -> each.keptAt().isAfter(kept.keptAt()));
    }
  }

  @Property
  void theOrderDoesNotMatterAndASecondTimeNothingIsDeleted(
      @ForAll("archives") List<ArchivedImage> all,
      @ForAll @LongRange(min = 0, max = 3_000) long budget,
      @ForAll long seed) {
    ArchiveLimits limits = new ArchiveLimits(Duration.ofDays(20), budget);
    List<ArchivedImage> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(limits.surplus(shuffled, 0, NOW)).isEqualTo(limits.surplus(all, 0, NOW));
    assertThat(limits.surplus(left(all, limits, 0), 0, NOW)).isEmpty();
  }

  @Test
  void theOldestAreDeletedFirstAndNoMoreThanNeeded() {
    List<ArchivedImage> all = List.of(archive(1, 40, 1), archive(2, 40, 9), archive(3, 40, 5));
    ArchiveLimits limits = new ArchiveLimits(Duration.ofDays(10), 100);
    assertThat(limits.surplus(all, 0, NOW)).containsExactly(archive(2, 40, 9));
    assertThat(limits.surplus(all, 30, NOW)).containsExactly(archive(2, 40, 9), archive(3, 40, 5));
  }

  @Test
  void aLayerThatIsAboveTheBaseTooIsNotLeftOut() {
    ArchiveSubject subject =
        new ArchiveSubject(
            "unix:///engine",
            "sha256:1",
            List.of(),
            List.of("sha256:a", "sha256:empty", "sha256:empty", "sha256:b"),
            2,
            Optional.of("sha256:2"));
    assertThat(subject.leftOut()).containsExactly("sha256:a");
  }
}
