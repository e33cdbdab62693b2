package io.github.sandboxcache.domain.contents;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.contents.Spelling.Style;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves which packages an image's key stands for: combines those that may have been asked for, in
 * their usual spellings, until the key comes out. What has the key is the list, for twelve digits
 * are wrong once in 280 million million tries; so the answer is certain, or there is none.
 *
 * <p>Likely lists first: all bare, all with their exact version, all with {@code @latest}, without
 * more and more of those that may be dependencies; then mixed ones, the unlikelier the later.
 */
public final class KeyProof {
  /** After so many lists it is given up; about two seconds. */
  public static final int MAX_TRIES = 1_000_000;

  /** Long lists take longer: after so many packages in all of them it is given up, too. */
  private static final long MAX_PACKAGES_TRIED = 16L * MAX_TRIES;

  /** What mixed lists are left to be tried with, however many may be dependencies. */
  private static final int MAX_UNIFORM_TRIES = MAX_TRIES / 2;

  private static final int CHECKED_EVERY = 1024;

  /** A package that nothing marked is as likely a dependency as given in another style. */
  private static final int COST_OF_LEAVING_OUT = 1;

  /** A package that is marked was mostly asked for; but somebody may have installed it later. */
  private static final int COST_OF_LEAVING_OUT_MARKED = 4;

  private static final int NEVER_LEFT_OUT = -1;

  private final Language language;
  private final Set<String> tags;
  private final boolean takesAllMarked;
  private final Cancellation cancellation;
  private final List<Choice> marked = new ArrayList<>();
  private final List<Choice> unmarked = new ArrayList<>();
  private final List<String> chosen = new ArrayList<>();
  private int tries;
  private long packagesTried;

  private KeyProof(
      Language language,
      List<Candidate> candidates,
      Set<String> tags,
      boolean takesAllMarked,
      Cancellation cancellation) {
    this.language = language;
    this.tags = tags;
    this.takesAllMarked = takesAllMarked;
    this.cancellation = cancellation;
    candidates.stream()
        .filter(candidate -> !language.isKnown() || candidate.ecosystem().serves(language))
        .distinct()
        .forEach(each -> (each.marked() ? marked : unmarked).add(Choice.of(each, takesAllMarked)));
  }

  /** A candidate with all that can be chosen for it. */
  private record Choice(List<Spelling> spellings, int costOfLeavingOut) {
    static Choice of(Candidate candidate, boolean takesAllMarked) {
      int ofMarked = takesAllMarked ? NEVER_LEFT_OUT : COST_OF_LEAVING_OUT_MARKED;
      return new Choice(
          Spelling.of(candidate), candidate.marked() ? ofMarked : COST_OF_LEAVING_OUT);
    }

    String in(Style style) {
      return spellings.stream()
          .filter(spelling -> spelling.style() == style)
          .findFirst()
          .orElse(spellings.getFirst())
          .text();
    }

    boolean has(Style style) {
      return spellings.stream().anyMatch(spelling -> spelling.style() == style);
    }

    int highestCost() {
      return Math.max(
          costOfLeavingOut, spellings.stream().mapToInt(Spelling::cost).max().orElse(0));
    }
  }

  /**
   * The packages that have the key, sorted; empty when no list that was tried has it. Takes up to
   * some seconds of one processor.
   *
   * @param tag the first {@value CacheKey#TAG_DIGITS} digits of the image's key
   * @throws java.util.concurrent.CancellationException when it is cancelled
   */
  public static Optional<List<String>> find(
      Language language, List<Candidate> candidates, String tag, Cancellation cancellation) {
    return new KeyProof(language, candidates, Set.of(tag), false, cancellation).find();
  }

  /**
   * The packages that have one of several keys, sorted; where several do, the likeliest list. An
   * image that has no key of its own holds more than others were asked for, too, so that none is
   * left out that is marked as asked for.
   *
   * @param tags the first {@value CacheKey#TAG_DIGITS} digits of each key
   * @throws java.util.concurrent.CancellationException when it is cancelled
   */
  public static Optional<List<String>> findAny(
      Language language, List<Candidate> candidates, Set<String> tags, Cancellation cancellation) {
    return new KeyProof(language, candidates, tags, true, cancellation).find();
  }

  private Optional<List<String>> find() {
    return inOneStyle() || mixed()
        ? Optional.of(chosen.stream().sorted().toList())
        : Optional.empty();
  }

  private boolean inOneStyle() {
    List<Style> styles = styles();
    List<Choice> all = Stream.concat(marked.stream(), unmarked.stream()).toList();
    if (takesAllMarked && styles.stream().anyMatch(style -> isAll(marked, style))) {
      return true;
    }
    if (styles.stream().anyMatch(style -> isAll(all, style))) {
      return true;
    }
    for (int size = 0; size < unmarked.size() && hasTime(MAX_UNIFORM_TRIES); size++) {
      if (withSome(0, size, new ArrayList<>(marked), styles)) {
        return true;
      }
    }
    return false;
  }

  private List<Style> styles() {
    return Stream.of(Style.BARE, Style.EXACT, Style.LATEST)
        .filter(
            style -> Stream.concat(marked.stream(), unmarked.stream()).anyMatch(c -> c.has(style)))
        .toList();
  }

  /** With that many more of the unmarked ones, from one of them on. */
  private boolean withSome(int from, int more, List<Choice> taken, List<Style> styles) {
    if (more == 0) {
      return styles.stream().anyMatch(style -> isAll(taken, style));
    }
    for (int i = from; i <= unmarked.size() - more && hasTime(MAX_UNIFORM_TRIES); i++) {
      taken.add(unmarked.get(i));
      if (withSome(i + 1, more - 1, taken, styles)) {
        return true;
      }
      taken.removeLast();
    }
    return false;
  }

  private boolean isAll(List<Choice> taken, Style style) {
    chosen.clear();
    taken.forEach(choice -> chosen.add(choice.in(style)));
    return hasKey();
  }

  private boolean mixed() {
    List<Choice> all = Stream.concat(marked.stream(), unmarked.stream()).toList();
    int[] highestFrom = new int[all.size() + 1];
    for (int i = all.size() - 1; i >= 0; i--) {
      highestFrom[i] = highestFrom[i + 1] + all.get(i).highestCost();
    }
    for (int cost = 0; cost <= highestFrom[0] && hasTime(MAX_TRIES); cost++) {
      chosen.clear();
      if (mixed(all, 0, cost, highestFrom)) {
        return true;
      }
    }
    return false;
  }

  /** Every list whose choices from one on cost exactly so much. */
  private boolean mixed(List<Choice> all, int from, int cost, int[] highestFrom) {
    if (cost > highestFrom[from] || !hasTime(MAX_TRIES)) {
      // A way without an end takes time as well.
      count();
      return false;
    }
    if (from == all.size()) {
      return hasKey();
    }
    Choice choice = all.get(from);
    for (Spelling spelling : choice.spellings()) {
      if (spelling.cost() <= cost) {
        chosen.add(spelling.text());
        if (mixed(all, from + 1, cost - spelling.cost(), highestFrom)) {
          return true;
        }
        chosen.removeLast();
      }
    }
    return choice.costOfLeavingOut() != NEVER_LEFT_OUT
        && choice.costOfLeavingOut() <= cost
        && mixed(all, from + 1, cost - choice.costOfLeavingOut(), highestFrom);
  }

  private boolean hasKey() {
    count();
    return !chosen.isEmpty() && tags.contains(CacheKey.of(language, chosen).tag());
  }

  private boolean hasTime(int maxTries) {
    return tries < maxTries && packagesTried < MAX_PACKAGES_TRIED / MAX_TRIES * maxTries;
  }

  private void count() {
    packagesTried += chosen.size();
    if (tries++ % CHECKED_EVERY == 0) {
      cancellation.throwIfCancelled();
    }
  }
}
