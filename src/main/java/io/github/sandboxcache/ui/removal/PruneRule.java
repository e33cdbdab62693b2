package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** A rule of the preview with the number that belongs to it. FX thread only. */
final class PruneRule {
  /** More than any cache has per language; keeps numbers that are chosen here short. */
  static final int MAX_NUMBER = 999;

  private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30, 60, 90, 180, 365);
  private static final List<Integer> GIGABYTES = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200);

  private final Kind kind;
  private final IntegerProperty number;
  private final ReadOnlyBooleanWrapper legible = new ReadOnlyBooleanWrapper(true);

  PruneRule(Kind kind, int number) {
    this.kind = kind;
    this.number = new SimpleIntegerProperty(number);
  }

  Kind kind() {
    return kind;
  }

  /** Days, gigabytes or images: from the least to {@link #MAX_NUMBER}, or more where set so. */
  IntegerProperty numberProperty() {
    return number;
  }

  private int least() {
    return kind == Kind.UNUSED ? 1 : 0;
  }

  /** The numbers that a step leads to; one more or less where there are none. */
  private List<Integer> steps() {
    return switch (kind) {
      case UNUSED -> DAYS;
      case BUDGET -> GIGABYTES;
      case USED, NEWEST -> List.of();
    };
  }

  /** Whether the number is known. While it is not, nothing is removed. */
  boolean isKnown() {
    return number.get() != KeepNewest.UNKNOWN_COUNT;
  }

  boolean isLeast() {
    return number.get() <= least();
  }

  boolean isMost() {
    return number.get() >= MAX_NUMBER;
  }

  /** The next larger number, or smaller one; none from an unknown one. */
  void step(boolean up) {
    if (!isKnown()) {
      return;
    }
    int now = number.get();
    int next = up ? now + 1 : now - 1;
    if (!steps().isEmpty()) {
      next =
          up
              ? steps().stream().filter(step -> step > now).findFirst().orElse(now)
              : steps().reversed().stream().filter(step -> step < now).findFirst().orElse(now);
    }
    number.set(Math.clamp((long) next, least(), Math.max(now, MAX_NUMBER)));
  }

  /** Whether its field holds a number. While it does not, nothing may run by the number before. */
  ReadOnlyBooleanProperty legibleProperty() {
    return legible.getReadOnlyProperty();
  }

  /** What its field shows: a number that is not known is asked for, and not made up. */
  String text() {
    return isKnown() ? String.valueOf(number.get()) : "";
  }

  /**
   * Takes what its field holds now.
   *
   * @return whether that is another number than before
   */
  boolean typed(String text) {
    OptionalInt read = read(text);
    legible.set(read.isPresent() || text.equals(text()));
    boolean another = read.isPresent() && read.getAsInt() != number.get();
    read.ifPresent(number::set);
    return another;
  }

  /** Reads a typed number; empty when it is none within the range. */
  OptionalInt read(String text) {
    try {
      int typed = Integer.parseInt(text.strip());
      return typed >= least() && typed <= MAX_NUMBER ? OptionalInt.of(typed) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  /** The rule with its number. */
  RemovalPolicy.Rule rule() {
    return setting().rule(number.get());
  }

  /** The same, as settings remember it. */
  PruneSetting setting() {
    return kind == Kind.NEWEST ? PruneSetting.NEWEST : new PruneSetting(kind, number.get());
  }
}
