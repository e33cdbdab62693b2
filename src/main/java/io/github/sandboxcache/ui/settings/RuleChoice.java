package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.settings.PruneSetting;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What prune goes by. */
enum RuleChoice {
  /** The usual rule, which depends on how long uses have been known. */
  USUAL,
  UNUSED,
  BUDGET,
  USED,
  NEWEST,
  /** What is stored is not legible, and nothing else was chosen. */
  UNKNOWN;

  static RuleChoice of(Optional<PruneSetting> chosen) {
    return chosen.filter(PruneSetting.UNKNOWN::equals).isPresent()
        ? UNKNOWN
        : chosen.map(rule -> valueOf(rule.kind().name())).orElse(USUAL);
  }

  /** Whether a number of its own belongs to it. */
  boolean hasNumber() {
    return this == UNUSED || this == BUDGET || this == USED;
  }

  /**
   * What is kept of it.
   *
   * @param number gives the number that belongs to it
   */
  Optional<PruneSetting> setting(IntSupplier number) {
    return switch (this) {
      case USUAL -> Optional.empty();
      case UNKNOWN -> Optional.of(PruneSetting.UNKNOWN);
      case NEWEST -> Optional.of(PruneSetting.NEWEST);
      case UNUSED, BUDGET, USED ->
          Optional.of(new PruneSetting(PruneSetting.Kind.valueOf(name()), number.getAsInt()));
    };
  }
}
