package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Mark;
import io.github.sandboxcache.ui.cache.GroupDetails.Choice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards what is said of a language, and which of the sets it lacks are installed. */
class GroupDetailsTest {
  private final UsedSample sample = UsedSample.in(UsageRange.WEEK);

  @Test
  void aLowRateIsSaidFirstAndThenWhetherTheDiskIsWorthIt() {
    GroupDetails rust = details(Language.RUST, Set.of(), Set.of());

    assertThat(rust.marks())
        .containsExactly(
            new Mark("Low hit rate", "warn", "alert"), new Mark("Worth its disk", "ok", "check"));
    assertThat(rust.lookups()).isEqualTo("57 of 81");
    assertThat(rust.note()).startsWith("762 MB of it base");
  }

  @Test
  void aGoodRateIsNothingToSay() {
    assertThat(details(Language.PYTHON, Set.of(), Set.of()).marks())
        .extracting(Mark::text)
        .doesNotContain("Low hit rate");
  }

  @Test
  void onlySetsOfTheLanguageAreListedAndAllAreChosenAtFirst() {
    GroupDetails rust = details(Language.RUST, Set.of(), Set.of());

    assertThat(rust.missed())
        .filteredOn(choice -> !choice.isCached())
        .hasSize(3)
        .allMatch(Choice::chosen);
    assertThat(rust.chosen())
        .hasSize(3)
        .allMatch(set -> set.reference().language().equals(Language.RUST));
    assertThat(rust.action()).isEqualTo("Install the 3 most missed");
    assertThat(rust.estimate()).matches("\u2248 .+ \u00b7 spares (\\d+) of \\1 misses");
  }

  @Test
  void whatIsLeftIsNotInstalled() {
    CacheReference first = first();
    GroupDetails rust = details(Language.RUST, Set.of(), Set.of(first));

    assertThat(rust.chosen()).hasSize(2).noneMatch(set -> set.reference().equals(first));
    assertThat(rust.action()).isEqualTo("Install 2 of the most missed");
  }

  @Test
  void whatIsInstalledAlreadyCannotBeChosen() {
    GroupDetails rust = details(Language.RUST, Set.of(first()), Set.of());
    List<Choice> closed =
        rust.missed().stream().filter(choice -> !choice.isOpen() && !choice.isCached()).toList();

    assertThat(closed).singleElement().matches(choice -> !choice.chosen());
    assertThat(rust.chosen()).hasSize(2);
  }

  @Test
  void whatIsCachedNowStandsLastAndIsNeitherChosenNorCountedAsMissing() {
    GroupDetails rust = details(Language.RUST, Set.of(), Set.of());
    List<Choice> cached = rust.missed().stream().filter(Choice::isCached).toList();

    assertThat(cached).isNotEmpty().noneMatch(Choice::chosen).noneMatch(Choice::isOpen);
    assertThat(rust.missed()).endsWith(cached.toArray(Choice[]::new));
    assertThat(rust.others()).isEmpty();
  }

  /** Nobody knows whether it is still there. */
  @Test
  void nothingIsSaidToBeCachedNowByAListThatMayBeOutdated() {
    CacheView view = sample.view();
    CacheView lost =
        CacheView.of(
            view.state().lost("no route to host"),
            view.prune().policy(),
            view.pins(),
            view.usage());

    assertThat(view.missed()).anyMatch(MissedSet::cached);
    assertThat(lost.missed()).isNotEmpty().noneMatch(MissedSet::cached);
  }

  private CacheReference first() {
    return details(Language.RUST, Set.of(), Set.of()).chosen().getFirst().reference();
  }

  private GroupDetails details(
      Language language, Set<CacheReference> installing, Set<CacheReference> left) {
    return GroupDetails.of(
            sample.group(language), sample.view(), installing, left, UiTexts.load("ui"))
        .orElseThrow();
  }
}
