package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.oracle.Naming;
import java.util.List;
import java.util.Random;

/** Names for images: the cache's, such as look like them, and such as do not. */
final class RandomNames {
  private static final List<String> LANGUAGES = List.of("python", "go", "ruby", "c.x-1");
  private static final int KEY_DIGITS = 12;

  private final Random random;
  private final Naming naming;

  RandomNames(Random random, Naming naming) {
    this.random = random;
    this.naming = naming;
  }

  String cached() {
    return spelled(cachedShort());
  }

  String cachedShort() {
    return "mcp-sandbox-" + of(LANGUAGES) + ":" + digits(KEY_DIGITS);
  }

  String foreign() {
    String key = digits(KEY_DIGITS);
    return spelled(
        of(
            List.of(
                "team/keep:" + digits(3),
                "localhost:5000/mcp-sandbox-go:" + key,
                "quay.io/mcp-sandbox-python:" + key,
                "team/mcp-sandbox-python:" + key,
                "mcp-sandbox-tools/app:" + key,
                "my-mcp-sandbox-python:" + key)));
  }

  /** A tag of one of the sandbox's repositories that is no key, or a language that is none. */
  String lookAlike() {
    return spelled(
        of(
            List.of(
                "mcp-sandbox-python:" + capitals(),
                "mcp-sandbox-python:" + digits(KEY_DIGITS - 1),
                "mcp-sandbox-python:" + digits(KEY_DIGITS + 1),
                "mcp-sandbox-python:" + digits(KEY_DIGITS - 1) + "g",
                "mcp-sandbox-py_thon:" + digits(KEY_DIGITS),
                "mcp-sandbox-1python:" + digits(KEY_DIGITS),
                "mcp-sandbox-python:base",
                "mcp-sandbox-go:latest")));
  }

  /** Mostly one of the cache. */
  String any() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> foreign();
      case 2 -> lookAlike();
      default -> cached();
    };
  }

  String capitals() {
    return "A" + digits(KEY_DIGITS - 1).replace('a', 'B');
  }

  private String spelled(String name) {
    boolean hasRegistry = name.startsWith("localhost") || name.startsWith("quay.io");
    return hasRegistry ? name : of(naming.spellings(name));
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(Character.forDigit(random.nextInt(16), 16));
    }
    return digits.toString();
  }

  <T> T of(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
