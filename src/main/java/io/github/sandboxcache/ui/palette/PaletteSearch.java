package io.github.sandboxcache.ui.palette;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds what is meant by a few letters, the likeliest first. Each word that was typed has to be
 * found: at the start of the title, of a word of the title, of a word of the detail, anywhere in
 * them, or, as the least likely, letter by letter in the title. Case and accents do not matter.
 * Immutable.
 */
final class PaletteSearch {
  /** More than these nobody reads. */
  static final int MAX_HITS = 50;

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private static final int TITLE_START = 0;
  private static final int TITLE_WORD = 1;
  private static final int DETAIL_WORD = 2;
  private static final int ANYWHERE = 4;
  private static final int LETTERS = 9;

  private final List<Entry> entries;

  /** An item as it is compared: in small letters, without accents. */
  private record Entry(int place, PaletteItem item, String title, String detail) {}

  private record Match(Entry entry, int distance) {}

  /** Looks among those, of which equally likely ones keep their order. */
  PaletteSearch(List<PaletteItem> items) {
    entries =
        IntStream.range(0, items.size())
            .mapToObj(
                i ->
                    new Entry(
                        i, items.get(i), plain(items.get(i).title()), plain(items.get(i).detail())))
            .toList();
  }

  /** What was typed may mean these, {@value #MAX_HITS} at most; without words the first of all. */
  List<PaletteItem> find(String typed) {
    List<String> words =
        BLANKS.splitAsStream(plain(typed)).filter(word -> !word.isEmpty()).toList();
    return entries.stream()
        .flatMap(entry -> match(entry, words))
        .sorted(
            Comparator.comparingInt(Match::distance)
                .thenComparing(match -> match.entry().item().kind())
                .thenComparingInt(match -> match.entry().place()))
        .limit(MAX_HITS)
        .map(match -> match.entry().item())
        .toList();
  }

  private static Stream<Match> match(Entry entry, List<String> words) {
    int sum = 0;
    for (String word : words) {
      OptionalInt distance = distance(entry, word);
      if (distance.isEmpty()) {
        return Stream.empty();
      }
      sum += distance.getAsInt();
    }
    return Stream.of(new Match(entry, sum));
  }

  private static OptionalInt distance(Entry entry, String word) {
    if (entry.title().startsWith(word)) {
      return OptionalInt.of(TITLE_START);
    }
    if (startsAWord(entry.title(), word)) {
      return OptionalInt.of(TITLE_WORD);
    }
    if (startsAWord(entry.detail(), word)) {
      return OptionalInt.of(DETAIL_WORD);
    }
    if (entry.title().contains(word) || entry.detail().contains(word)) {
      return OptionalInt.of(ANYWHERE);
    }
    return hasLetters(entry.title(), word) ? OptionalInt.of(LETTERS) : OptionalInt.empty();
  }

  private static boolean startsAWord(String text, String word) {
    int at = text.indexOf(word);
    while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      at = text.indexOf(word, at + 1);
    }
    return at >= 0;
  }

  /** Whether the text begins with the first of these letters and has the others later, in order. */
  private static boolean hasLetters(String text, String letters) {
    if (letters.length() < 2 || text.isEmpty() || text.charAt(0) != letters.charAt(0)) {
      return false;
    }
    int found = 0;
    for (int i = 0; i < text.length() && found < letters.length(); i++) {
      if (text.charAt(i) == letters.charAt(found)) {
        found++;
      }
    }
    return found == letters.length();
  }

  private static String plain(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return Normalizer.isNormalized(small, Normalizer.Form.NFD)
        ? small
        : ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
  }
}
