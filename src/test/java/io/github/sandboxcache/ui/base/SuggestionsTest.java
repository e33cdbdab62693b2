package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which suggestions there are for what is typed. */
class SuggestionsTest {
  private static final List<String> KNOWN = List.of("scipy", "pandas", "geopandas", "Pandas-ai");

  @Test
  void whatBeginsWithTheTextComesBeforeWhatContainsIt() {
    assertThat(Suggestions.matching("pan", KNOWN))
        .containsExactly("pandas", "Pandas-ai", "geopandas");
  }

  @Test
  void nothingIsSuggestedForNothingAndForWhatIsThereAlready() {
    assertThat(Suggestions.matching(" ", KNOWN)).isEmpty();
    assertThat(Suggestions.matching("pandas", KNOWN)).isEmpty();
  }
}
