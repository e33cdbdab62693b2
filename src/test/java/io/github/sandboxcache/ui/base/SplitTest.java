package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Guards that an area never has a size in which it or its neighbour is cut. */
class SplitTest {
  @Test
  void itIsAsAtFirstUntilItIsMoved() {
    Split split = new Split(312);
    split.setRoom(600);

    assertThat(split.size()).isEqualTo(312);
    split.grow(16);
    assertThat(split.size()).isEqualTo(328);
    split.reset();
    assertThat(split.size()).isEqualTo(312);
  }

  @Test
  void whatIsWantedComesBackWithTheRoomForIt() {
    Split split = new Split(312);
    split.restore(560);

    split.setRoom(400);
    assertThat(split.size()).isEqualTo(400);

    split.setRoom(900);
    assertThat(split.size()).isEqualTo(560);
  }

  @Test
  void movingStartsFromWhatIsSeen() {
    Split split = new Split(312);
    split.restore(560);
    split.setRoom(400);

    split.grow(-16);

    assertThat(split.size()).isEqualTo(384);
  }

  @Test
  void whatAFileSaysIsTakenOnlyIfItMakesSense() {
    for (double spoilt : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -1, 0, 100}) {
      Split split = new Split(312);
      split.restore(spoilt);
      assertThat(split.size()).isEqualTo(312);
    }
  }

  @Property
  void itStaysBetweenItsLeastAndTheRoom(
      @ForAll @Size(max = 30) List<@DoubleRange(min = -2000, max = 2000) Double> moves,
      @ForAll @DoubleRange(min = -100, max = 3000) double room) {
    Split split = new Split(312);
    split.setRoom(room);
    for (double move : moves) {
      split.grow(move);
      assertThat(split.size()).isBetween(312.0, Math.max(312.0, room));
    }
  }
}
