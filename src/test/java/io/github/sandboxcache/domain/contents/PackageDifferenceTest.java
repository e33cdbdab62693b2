package io.github.sandboxcache.domain.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What leads from the packages of one image to those of another. */
class PackageDifferenceTest {
  private static List<InstalledPackage> packages(String... namesAndVersions) {
    return Stream.of(namesAndVersions)
        .map(text -> text.split(" ", -1))
        .map(
            parts ->
                new InstalledPackage(
                    Ecosystem.valueOf(parts[0]),
                    parts[1],
                    parts[2],
                    OptionalLong.empty(),
                    false,
                    List.of()))
        .toList();
  }

  private static String difference(List<InstalledPackage> first, List<InstalledPackage> other) {
    PackageDifference found = PackageDifference.between(first, other);
    return "+%s -%s ~%s"
        .formatted(
            found.added().stream().map(each -> each.name() + each.version()).toList(),
            found.removed().stream().map(each -> each.name() + each.version()).toList(),
            found.changed().stream()
                .map(each -> each.before().version() + "→" + each.after().version())
                .toList());
  }

  @Test
  void packagesComeGoAndChange() {
    assertThat(
            difference(
                packages("PYTHON a 1", "PYTHON b 1", "PYTHON c 1"),
                packages("PYTHON b 2", "PYTHON c 1", "PYTHON d 1")))
        .isEqualTo("+[d1] -[a1] ~[1→2]");
  }

  @Test
  void thoseOfAnotherKindAreOthers() {
    assertThat(difference(packages("PYTHON a 1"), packages("NPM a 2")))
        .isEqualTo("+[a2] -[a1] ~[]");
  }

  @Test
  void ofSeveralVersionsEachCounts() {
    assertThat(difference(packages("NPM a 1", "NPM a 2"), packages("NPM a 2", "NPM a 3")))
        .isEqualTo("+[] -[] ~[1→3]");
    assertThat(difference(packages("NPM a 1"), packages("NPM a 2", "NPM a 3")))
        .isEqualTo("+[a2, a3] -[a1] ~[]");
  }

  @Test
  void theSameDiffersInNothing() {
    List<InstalledPackage> same = packages("GO x 1", "GO y 1");
    assertThat(PackageDifference.between(same, same).isNone()).isTrue();
    assertThat(PackageDifference.between(same, packages("GO x 1")).isNone()).isFalse();
  }
}
