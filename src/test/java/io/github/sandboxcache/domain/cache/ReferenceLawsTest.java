package io.github.sandboxcache.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * What may be removed is decided by one pattern. It is written out here once more, so that a change
 * of it in the code shows, and tried on texts that are one sign away from it.
 */
class ReferenceLawsTest {
  private static final Pattern CACHED =
      Pattern.compile("mcp-sandbox-[a-z][a-z0-9+.-]{0,242}:[0-9a-f]{12}");
  private static final Pattern ON_PODMAN =
      Pattern.compile(
          "(localhost/|docker\\.io/library/)?mcp-sandbox-[a-z][a-z0-9+.-]{0,242}:[0-9a-f]{12}");
  private static final Pattern OF_THE_SANDBOX = Pattern.compile("mcp-sandbox-[^/:@]+:[^/:@]+");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z][a-z0-9+.-]{0,242}");
  private static final Pattern TAG = Pattern.compile("[0-9a-f]{12}");

  /** What looks like a letter, a digit or an end, and what means something in a reference. */
  private static final List<String> SIGNS =
      List.of(
          "_",
          "A",
          "F",
          "G",
          "Z",
          "g",
          "z",
          "a",
          "f",
          "0",
          "9",
          "-",
          ".",
          "+",
          ":",
          "/",
          "@",
          " ",
          "\n",
          "\r",
          "\r\n",
          "\u2028",
          "\u0085",
          "\0",
          "\t",
          "\u0661",
          "\uff11",
          "\u00e9",
          "\u0430",
          "\u017f",
          "\u212a",
          "\u200b",
          "\ud83d\ude00",
          "*",
          "%2f",
          "sha256:");

  private static final List<String> PREFIXES =
      List.of(
          "",
          "localhost/",
          "docker.io/library/",
          "docker.io/",
          "library/",
          "localhost:5000/",
          "localhost/localhost/",
          "docker.io/library/localhost/",
          "LOCALHOST/",
          "quay.io/",
          "localhost/team/",
          "docker.io/library/team/",
          "index.docker.io/library/",
          "my-",
          "/",
          "sha256:",
          "\n");

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void onDockerExactlyThePatternIsACachedImage(@ForAll("references") String reference) {
    boolean cached = CACHED.matcher(reference).matches();
    Statistics.label("cached").collect(cached);
    Statistics.label("cached")
        .coverage(
            seen -> {
              seen.check(true).percentage(share -> share > 10);
              seen.check(false).percentage(share -> share > 50);
            });
    assertThat(isCached(ReferenceNaming.DOCKER.parse(reference))).isEqualTo(cached);
  }

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void onPodmanOneOfItsTwoPrefixesMayStandBeforeIt(@ForAll("references") String reference) {
    Statistics.label("prefixed")
        .collect(ON_PODMAN.matcher(reference).matches() && !CACHED.matcher(reference).matches());
    Statistics.label("prefixed").coverage(seen -> seen.check(true).percentage(share -> share > 1));
    assertThat(isCached(ReferenceNaming.PODMAN.parse(reference)))
        .isEqualTo(ON_PODMAN.matcher(reference).matches());
  }

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void anyOtherTagOfTheSandboxIsABaseImageAndAllElseForeign(@ForAll("references") String text) {
    Optional<SandboxReference> parsed = SandboxReference.parse(text);
    assertThat(parsed.isPresent()).isEqualTo(OF_THE_SANDBOX.matcher(text).matches());
    assertThat(parsed.filter(BaseReference.class::isInstance).isPresent())
        .isEqualTo(parsed.isPresent() && !CACHED.matcher(text).matches());
  }

  @Property
  void whatIsReadIsToldAsItStood(@ForAll("references") String text) {
    SandboxReference.parse(text)
        .ifPresent(
            reference -> {
              assertThat(reference).hasToString(text);
              if (reference instanceof CacheReference cached) {
                assertThat(cached.repository() + ":" + cached.tag()).isEqualTo(text);
                assertThat(cached.repository()).isEqualTo("mcp-sandbox-" + cached.language());
              }
            });
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void aTagIsTwelveDigitsOrIsRefused(@ForAll("tags") String tag) {
    if (TAG.matcher(tag).matches()) {
      assertThat(new CacheReference(Language.GO, tag).tag()).isEqualTo(tag);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new CacheReference(Language.GO, tag));
    }
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void aLanguageHasItsFormOrIsRefused(@ForAll("languages") String name) {
    boolean form = LANGUAGE.matcher(name).matches();
    assertThat(Language.parse(name).map(Language::name))
        .isEqualTo(form ? Optional.of(name) : Optional.empty());
    if (!form) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Language(name));
    }
  }

  private static boolean isCached(Optional<SandboxReference> reference) {
    return reference.filter(CacheReference.class::isInstance).isPresent();
  }

  /** References with at most two signs too many, too few or wrong. */
  @Provide
  Arbitrary<String> references() {
    Arbitrary<String> repository =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just("mcp-sandbox-")),
            Tuple.of(1, Arbitraries.of("mcp-sandbox", "MCP-sandbox-", "mcp_sandbox-", "")));
    Arbitrary<String> tags =
        Arbitraries.frequencyOf(
            Tuple.of(8, digits(12)),
            Tuple.of(1, Arbitraries.of(11, 13, 24, 64).flatMap(this::digits)),
            Tuple.of(1, Arbitraries.of("base", "latest", "", "ABCDEF123456")));
    Arbitrary<String> separator =
        Arbitraries.frequency(Tuple.of(9, ":"), Tuple.of(1, "@sha256:"), Tuple.of(1, ""));
    Arbitrary<String> whole =
        Combinators.combine(Arbitraries.of(PREFIXES), repository, plainLanguages(), separator, tags)
            .as((a, b, c, d, e) -> a + b + c + d + e);
    Arbitrary<String> right =
        Combinators.combine(plainLanguages(), digits(12))
            .as((language, tag) -> "mcp-sandbox-" + language + ":" + tag);
    Arbitrary<String> prefixed =
        Combinators.combine(Arbitraries.of(PREFIXES), right).as((prefix, name) -> prefix + name);
    return Arbitraries.oneOf(
        whole, right, prefixed, spoilt(right), spoilt(prefixed), spoilt(spoilt(right)));
  }

  @Provide
  Arbitrary<String> tags() {
    return Arbitraries.oneOf(
        digits(12), spoilt(digits(12)), digits(11), digits(13), Arbitraries.strings());
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.oneOf(
        plainLanguages(), spoilt(plainLanguages()), Arbitraries.strings().ofMaxLength(20));
  }

  private Arbitrary<String> digits(int count) {
    return Arbitraries.strings().withChars("0123456789abcdef").ofLength(count);
  }

  private Arbitrary<String> plainLanguages() {
    return Arbitraries.oneOf(
        Arbitraries.of("python", "go", "c++", "python-ml", "objective-c", "3d", "node.js", ""),
        Arbitraries.of(242, 243, 244).map("a"::repeat));
  }

  /** One sign put in, put in the place of another, or taken away. */
  private static Arbitrary<String> spoilt(Arbitrary<String> texts) {
    return Combinators.combine(
            texts,
            Arbitraries.of(SIGNS),
            Arbitraries.integers()
                .between(0, 10_000)
                .withDistribution(RandomDistribution.uniform()),
            Arbitraries.of(0, 1))
        .as(
            (text, sign, at, taken) -> {
              int from = at % (text.length() + 1);
              int to = Math.min(text.length(), from + taken);
              return text.substring(0, from) + sign + text.substring(to);
            });
  }
}
