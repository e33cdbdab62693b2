package io.github.sandboxcache.bench.report;

import java.util.Optional;

/**
 * One line of a table.
 *
 * @param what what was measured
 * @param unit what the numbers count
 * @param value the measurements
 * @param reference what they stand beside, measured in the same run; empty when nothing does
 * @param aim what is wanted of it; empty when it is only told
 */
public record Figure(
    String what, Unit unit, Spread value, Optional<Reference> reference, Optional<Aim> aim) {
  /**
   * What a figure stands beside.
   *
   * @param what what that is
   * @param value its measurements, in the same unit
   */
  public record Reference(String what, Spread value) {}

  /**
   * What is wanted.
   *
   * @param limit the greatest value that is good enough
   * @param isRatio whether the limit is about value divided by reference
   */
  public record Aim(double limit, boolean isRatio) {}

  /** A figure that is only told. */
  public static Figure of(String what, Unit unit, Spread value) {
    return new Figure(what, unit, value, Optional.empty(), Optional.empty());
  }

  /** The same beside something. */
  public Figure beside(String other, Spread otherValue) {
    return new Figure(what, unit, value, Optional.of(new Reference(other, otherValue)), aim);
  }

  /** The same, which shall be at most so many times what it stands beside. */
  public Figure atMostTimes(double ratio) {
    return new Figure(what, unit, value, reference, Optional.of(new Aim(ratio, true)));
  }

  /** The same, which shall be at most that. */
  public Figure atMost(double limit) {
    return new Figure(what, unit, value, reference, Optional.of(new Aim(limit, false)));
  }

  /** The line in Markdown. */
  String line() {
    String beside =
        reference.map(other -> other.what() + ": " + unit.text(other.value())).orElse("–");
    String ratio = reference.map(_ -> Unit.number(ratio())).orElse("–");
    String wanted =
        aim.map(a -> ("≤ " + Unit.number(a.limit()) + (a.isRatio() ? "" : " " + sign())).strip())
            .orElse("–");
    String reached = aim.map(a -> isReached(a) ? "yes" : "**no**").orElse("–");
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(what, unit.text(value), beside, ratio, wanted, reached);
  }

  private String sign() {
    String text = unit.text(Spread.once(1));
    int space = text.indexOf(' ');
    return space < 0 ? "" : text.substring(space + 1);
  }

  private boolean isReached(Aim wanted) {
    return (wanted.isRatio() ? ratio() : value.median()) <= wanted.limit();
  }

  private double ratio() {
    return value.median() / reference.orElseThrow().value().median();
  }
}
