package io.github.sandboxcache.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards that English and German say the same things with the same arguments. */
class BundlesTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  static List<Bundle> english() {
    return Bundle.english();
  }

  @Test
  void allBundlesAreLookedAt() {
    assertThat(english())
        .extracting(Bundle::toString)
        .contains("ui.properties", "dialogs.properties", "messages.properties", "help.properties");
  }

  @ParameterizedTest
  @MethodSource("english")
  void noKeyIsMissingInEitherLanguage(Bundle english) {
    assertThat(english.german().texts().keySet()).isEqualTo(english.texts().keySet());
  }

  @ParameterizedTest
  @MethodSource("english")
  void theGermanTextTakesTheSameArguments(Bundle english) {
    Map<String, String> german = english.german().texts();
    english
        .texts()
        .forEach(
            (key, text) ->
                assertThat(arguments(german.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(arguments(text)));
  }

  @ParameterizedTest
  @MethodSource("english")
  void everyTextWithArgumentsIsAPattern(Bundle english) {
    for (Bundle bundle : List.of(english, english.german())) {
      bundle
          .texts()
          .forEach(
              (key, text) -> {
                if (!arguments(text).isEmpty()) {
                  assertThatNoException()
                      .as("%s in %s", key, bundle)
                      .isThrownBy(() -> new MessageFormat(text, Locale.ENGLISH));
                  assertThat(text.replace("''", ""))
                      .as("%s in %s", key, bundle)
                      .doesNotContain("'");
                }
              });
    }
  }

  /** "Choose…" opens something that asks; so does "Wählen…". */
  @ParameterizedTest
  @MethodSource("english")
  void theGermanTextEndsAsTheEnglishOne(Bundle english) {
    Map<String, String> german = english.german().texts();
    english
        .texts()
        .forEach(
            (key, text) -> {
              String translated = german.getOrDefault(key, "");
              assertThat(translated.isBlank()).as(key).isEqualTo(text.isBlank());
              assertThat(translated.endsWith("…")).as(key).isEqualTo(text.endsWith("…"));
            });
  }

  /** No letter is a key of its own, so none can clash; an underscore would make one. */
  @ParameterizedTest
  @MethodSource("english")
  void noTextHasAMnemonic(Bundle english) {
    for (Bundle bundle : List.of(english, english.german())) {
      if (bundle.isOfTheWindow()) {
        bundle.texts().forEach((key, text) -> assertThat(text).as(key).doesNotContain("_"));
      }
    }
  }

  private static Set<Integer> arguments(String text) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher matcher = ARGUMENT.matcher(text);
    while (matcher.find()) {
      numbers.add(Integer.valueOf(matcher.group(1)));
    }
    return numbers;
  }
}
