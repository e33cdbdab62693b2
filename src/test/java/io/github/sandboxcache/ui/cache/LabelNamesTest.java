package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.cache.Details.LabelNames;
import io.github.sandboxcache.ui.cache.Details.Line;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What all labels begin with is said once. */
class LabelNamesTest {
  @Test
  void theCommonPartGoesUpToADot() {
    LabelNames names = names("mcp.sandbox.key", "mcp.sandbox.kind", "mcp.sandbox.language");

    assertThat(names.prefix()).isEqualTo("mcp.sandbox.");
    assertThat(names.lines()).extracting(Line::name).containsExactly("key", "kind", "language");
  }

  @Test
  void oneForeignLabelAndAllKeepTheirNames() {
    assertThat(names("mcp.sandbox.key", "maintainer").prefix()).isEmpty();
    assertThat(names("mcp.sandbox.key").prefix()).isEmpty();
    assertThat(names().lines()).isEmpty();
  }

  @Property
  void prefixAndRestAreTheName(
      @ForAll @Size(max = 5)
          List<
                  @CharRange(from = '.', to = '.') @CharRange(from = 'a', to = 'b')
                  @StringLength(max = 6) String>
              labels) {
    LabelNames names = names(labels.toArray(String[]::new));

    assertThat(names.lines().stream().map(line -> names.prefix() + line.name()))
        .containsExactlyElementsOf(labels);
  }

  private static LabelNames names(String... labels) {
    return LabelNames.of(Stream.of(labels).map(name -> new Line(name, "value")).toList());
  }
}
