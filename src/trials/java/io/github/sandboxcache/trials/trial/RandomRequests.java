package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.oracle.CachedName;
import io.github.sandboxcache.trials.oracle.Naming;
import io.github.sandboxcache.trials.oracle.Request;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** What the app is asked to remove, at random. */
final class RandomRequests {
  private static final int MAX_KEPT = 4;
  private static final int MAX_CHOSEN = 6;
  private static final int KEY_START = 9;

  private final Random random;
  private final RandomNames names;
  private final Naming naming;

  RandomRequests(Random random, RandomNames names, Naming naming) {
    this.random = random;
    this.names = names;
    this.naming = naming;
  }

  Request one(EngineState state) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Request.Clear();
      case 2, 3, 4, 5 -> new Request.Prune(random.nextInt(MAX_KEPT));
      default -> remove(naming.cached(state));
    };
  }

  private Request remove(List<CachedName> cached) {
    Set<String> words = new LinkedHashSet<>();
    Set<String> meant = new HashSet<>();
    Set<String> wrong = new LinkedHashSet<>();
    for (int i = 0; i <= random.nextInt(MAX_CHOSEN); i++) {
      int kind = random.nextInt(10);
      if (cached.isEmpty() || kind == 0) {
        wrong.add(wrongWord());
      } else {
        CachedName name = names.of(cached);
        String start = name.shortName().replaceFirst(".*:", "").substring(0, KEY_START);
        boolean byStart = kind < 3 && cached.stream().filter(starts(start)).count() == 1;
        words.add(byStart ? start : name.shortName());
        meant.add(name.shortName());
      }
    }
    words.addAll(wrong);
    return new Request.Remove(List.copyOf(words), meant, List.copyOf(wrong));
  }

  private static Predicate<CachedName> starts(String start) {
    return name -> name.shortName().contains(":" + start);
  }

  private String wrongWord() {
    return switch (random.nextInt(5)) {
      case 0 -> "mcp-sandbox-python:" + names.capitals();
      case 1 -> "mcp-sandbox-Python:0123456789ab";
      case 2 -> "team/keep:1";
      case 3 -> "mcp-sandbox-python:base";
      default -> names.cachedShort();
    };
  }
}
