package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.app.Toolkit;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;

/** A trend shows every value there is, also one that no line leads to. */
class SparklineTest {
  private static final OptionalDouble GAP = OptionalDouble.empty();

  @Test
  void aValueBetweenGapsIsAPoint() {
    assertThat(points(value(80), GAP, value(60), GAP, value(70), value(75))).isEqualTo(2);
  }

  @Test
  void valuesBesideEachOtherAreALineAndNoPoints() {
    assertThat(points(value(80), value(60), GAP, value(70), value(75))).isZero();
  }

  private static OptionalDouble value(double percent) {
    return OptionalDouble.of(percent);
  }

  private static long points(OptionalDouble... values) {
    return Toolkit.call(
        () -> {
          Sparkline spark = new Sparkline();
          spark.setValues(List.of(values));
          spark.resize(148, 32);
          spark.layout();
          return ((Path) spark.lookup(".spark-point"))
              .getElements().stream().filter(LineTo.class::isInstance).count();
        });
  }
}
