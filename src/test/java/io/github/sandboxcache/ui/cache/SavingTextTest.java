package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Mark;
import org.junit.jupiter.api.Test;

/** Guards that details of an image begin with whether it is worth its disk. */
class SavingTextTest {
  private static final UiTexts TEXTS = UiTexts.load("ui");

  private final UsedSample sample = UsedSample.in(UsageRange.WEEK);

  @Test
  void whatIsUsedSaysWhatItSaves() {
    Details details = details("requests==2.32.3");

    assertThat(details.marks()).startsWith(new Mark("Worth it", "ok", "check"));
    assertThat(details.saving()).matches("Saved .+ in 7 days, .+ h per GB");
  }

  @Test
  void whatNobodyUsesSaysSinceWhenAndWhatItCosts() {
    Details details = details("jupyterlab==4.2.5");

    assertThat(details.marks()).startsWith(new Mark("Unused", "warn", "alert"));
    assertThat(details.saving())
        .matches("No hit in 30 days\\. Used last .+ d ago\\. Holds 178 MB, takes .+ to rebuild\\.");
  }

  private Details details(String packageAsGiven) {
    return Details.of(sample.image(packageAsGiven), sample.view(), TEXTS).orElseThrow();
  }
}
