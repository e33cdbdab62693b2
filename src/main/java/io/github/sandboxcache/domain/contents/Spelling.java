package io.github.sandboxcache.domain.contents;

import io.github.sandboxcache.domain.contents.Spelling.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One way in which somebody may have asked for a package.
 *
 * @param text the package as given, for example {@code numpy==1.26.4}
 * @param style people mostly give all packages of a list in one style
 * @param cost how unlikely it is; 0 for the likeliest of all, and for no other
 */
record Spelling(String text, Style style, int cost) {
  enum Style {
    BARE,
    EXACT,
    LATEST,
    OTHER
  }

  /** More extras than any package has that is worth trying them in pairs. */
  private static final int MAX_EXTRAS_IN_PAIRS = 12;

  /** The usual spellings of a package, the likeliest first, each text once. */
  static List<Spelling> of(Candidate candidate) {
    Spellings found = new Spellings();
    switch (candidate.ecosystem()) {
      case PYTHON -> python(candidate, found);
      case NPM, CARGO -> {
        found.add(candidate.name(), Style.BARE, 0);
        if (candidate.ecosystem() == Ecosystem.CARGO) {
          // Cargo notes the version as it was given, and installs a later one that will do.
          candidate.written().ifPresent(to -> exact(candidate.name(), "@", to, 1, found));
        }
        exact(candidate.name(), "@", candidate.version(), 1, found);
        found.add(candidate.name() + "@latest", Style.LATEST, 2);
        candidate.written().ifPresent(to -> found.add(candidate.name() + "@" + to, 2));
        shortened(candidate.version())
            .forEach(part -> found.add(candidate.name() + "@" + part, Style.OTHER, 3));
      }
      case GO -> {
        common(candidate, "@", found);
        found.add(candidate.name() + "@latest", Style.LATEST, 1);
      }
      case DEBIAN -> common(candidate, "=", found);
      case ALPINE -> {
        candidate.written().ifPresent(line -> found.add(line, Style.BARE, 0));
        common(candidate, "=", found);
      }
      case RUBY -> common(candidate, ":", found);
    }
    return found.all();
  }

  private static void common(Candidate candidate, String sign, Spellings found) {
    found.add(candidate.name(), Style.BARE, 0);
    exact(candidate.name(), sign, candidate.version(), 1, found);
  }

  private static void exact(String name, String sign, String version, int cost, Spellings found) {
    if (!version.isEmpty()) {
      found.add(name + sign + version, Style.EXACT, cost);
    }
  }

  private static void python(Candidate candidate, Spellings found) {
    int cost = 0;
    for (String name : pythonNames(candidate.name())) {
      found.add(name, Style.BARE, cost);
      exact(name, "==", candidate.version(), cost + 1, found);
      for (String extra : candidate.extras()) {
        found.add(name + "[" + extra + "]", cost + 2);
        exact(name + "[" + extra + "]", "==", candidate.version(), cost + 3, found);
      }
      if (candidate.version().endsWith(".0")) {
        String shorter = candidate.version().substring(0, candidate.version().length() - 2);
        exact(name, "==", shorter, cost + 3, found);
      }
      cost = 1;
    }
    pairs(candidate.extras())
        .forEach(pair -> found.add(candidate.name() + "[" + pair + "]", Style.OTHER, 4));
  }

  private static List<String> pairs(List<String> extras) {
    List<String> some = extras.subList(0, Math.min(extras.size(), MAX_EXTRAS_IN_PAIRS));
    return some.stream()
        .flatMap(a -> some.stream().filter(b -> !b.equals(a)).map(b -> a + "," + b))
        .toList();
  }

  /** As found, and as people write it who know that pip takes all of these for the same. */
  private static Set<String> pythonNames(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Set<String> names = new LinkedHashSet<>(List.of(name, lower));
    names.add(lower.replaceAll("[-_.]+", "-"));
    names.add(lower.replaceAll("[-_.]+", "_"));
    return names;
  }

  /** {@code 1.26} and {@code 1} of {@code 1.26.4}. */
  private static List<String> shortened(String version) {
    List<String> shorter = new ArrayList<>();
    for (int dot = version.lastIndexOf('.'); dot > 0; dot = version.lastIndexOf('.', dot - 1)) {
      shorter.add(version.substring(0, dot));
    }
    return shorter.subList(Math.max(0, shorter.size() - 2), shorter.size());
  }

  private static final class Spellings {
    private final Map<String, Spelling> byText = new LinkedHashMap<>();

    void add(String text, int cost) {
      add(text, Style.OTHER, cost);
    }

    void add(String text, Style style, int cost) {
      byText.putIfAbsent(text, new Spelling(text, style, byText.isEmpty() ? 0 : Math.max(1, cost)));
    }

    List<Spelling> all() {
      return List.copyOf(byText.values());
    }
  }
}
