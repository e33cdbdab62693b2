package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FactKind;
import java.util.List;
import java.util.Optional;

/** The words by which the sandbox's package cache tells what happened. */
final class Messages {
  static final String HIT = "Package cache hit - skipping installation";
  static final String MISS = "Package cache miss - installing packages";
  static final String INSTALLED = "Packages installed and cached";
  static final String FAILED = "Package installation failed";
  static final String REMOVED = "Removed old cached image";

  /** What is said of installs, each beginning with the same word. */
  static final List<String> INSTALLS = List.of(HIT, MISS, INSTALLED, FAILED);

  /** All that it says of removals begins so; some of it names no image. */
  private static final String REMOVED_ANYTHING = "Removed ";

  private Messages() {}

  /** What a message says; empty when it does not count. */
  static Optional<FactKind> kindOf(String message) {
    return switch (message) {
      case HIT -> Optional.of(FactKind.HIT);
      case MISS -> Optional.of(FactKind.MISS);
      case INSTALLED -> Optional.of(FactKind.INSTALLED);
      case FAILED -> Optional.of(FactKind.FAILED);
      default ->
          message.startsWith(REMOVED_ANYTHING) ? Optional.of(FactKind.REMOVED) : Optional.empty();
    };
  }
}
