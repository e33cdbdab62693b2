package io.github.sandboxcache.ui.cache;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Images that are chosen together in the table.
 *
 * @param keys keys of their rows, in the order of choice; none while only single rows are chosen
 * @param anchor from where a range is drawn; empty for none
 */
record ImageChoice(Set<String> keys, Optional<String> anchor) {
  static final ImageChoice NONE = new ImageChoice(Set.of(), Optional.empty());

  ImageChoice {
    keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /**
   * With one more, or without it.
   *
   * @param current the single row that is chosen otherwise: the first of several
   */
  ImageChoice toggled(String key, Optional<String> current) {
    Set<String> next = new LinkedHashSet<>(keys);
    if (next.isEmpty()) {
      current.ifPresent(next::add);
      next.add(key);
    } else if (!next.remove(key)) {
      next.add(key);
    }
    return new ImageChoice(next, Optional.of(key));
  }

  /** A whole range instead, drawn from that row. */
  ImageChoice range(String from, List<String> range) {
    return new ImageChoice(new LinkedHashSet<>(range), Optional.of(from));
  }

  /** All of these instead. */
  ImageChoice all(Collection<String> all) {
    return new ImageChoice(new LinkedHashSet<>(all), anchor);
  }

  /** Without those that are gone. */
  ImageChoice retained(Predicate<String> isThere) {
    if (keys.stream().allMatch(isThere)) {
      return this;
    }
    Set<String> left = new LinkedHashSet<>(keys);
    left.removeIf(isThere.negate());
    return left.isEmpty() ? NONE : new ImageChoice(left, anchor.filter(isThere));
  }
}
