package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was asked for comes first, and beneath it what it needs; every package once. */
class PackageRowTest {
  private static InstalledPackage python(String name, long bytes, String... needs) {
    return new InstalledPackage(
        Ecosystem.PYTHON, name, "1", OptionalLong.of(bytes), false, List.of(needs));
  }

  private static List<String> lines(Set<String> asked, InstalledPackage... packages) {
    return PackageRow.of(List.of(packages), each -> asked.contains(each.name())).stream()
        .map(
            row ->
                (row.asked() ? "" : "- ")
                    + row.name()
                    + (row.neededBy().isEmpty() ? "" : " < " + row.neededBy())
                    + (row.moreNeed() > 0 ? " +" + row.moreNeed() : ""))
        .toList();
  }

  @Test
  void whatIsNeededStandsBeneathTheLargestThatNeedsIt() {
    assertThat(
            lines(
                Set.of("pandas", "seaborn"),
                python("six", 1),
                python("seaborn", 2, "pandas", "numpy"),
                python("python-dateutil", 3, "six"),
                python("numpy", 60),
                python("pandas", 50, "numpy", "python_dateutil")))
        .containsExactly(
            "pandas",
            "- numpy < pandas +1",
            "- python-dateutil < pandas",
            "- six < python-dateutil",
            "seaborn");
  }

  @Test
  void whatNothingAskedForComesLast() {
    assertThat(lines(Set.of("Requests"), python("pip", 9), python("Requests", 1)))
        .containsExactly("Requests", "- pip");
  }

  @Test
  void packagesThatNeedEachOtherDoNotGoOnForEver() {
    assertThat(lines(Set.of("a"), python("a", 3, "b"), python("b", 2, "a", "b")))
        .containsExactly("a", "- b < a +1");
  }

  @Test
  void withoutAnythingAskedForAllAreTold() {
    assertThat(lines(Set.of(), python("a", 1), python("b", 2, "a")))
        .containsExactly("- b", "- a < b");
  }

  @Test
  void namesAreHarmless() {
    assertThat(lines(Set.of(), python("a\u202eb\n", 1))).containsExactly("- a\\u202eb\\u000a");
  }
}
