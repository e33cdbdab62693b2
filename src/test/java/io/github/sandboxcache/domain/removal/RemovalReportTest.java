package io.github.sandboxcache.domain.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the engine counted beyond what was removed is somebody else's doing, and told as such. */
class RemovalReportTest {
  private static OptionalLong unexplained(Optional<ByteCount> freed, OptionalLong counted) {
    return new RemovalReport(List.of(), List.of(), List.of(), List.of(), freed, counted)
        .unexplainedBytes();
  }

  @Test
  void whatTheEngineCountedBeyondTheImagesIsNotExplainedByThem() {
    Optional<ByteCount> hundred = Optional.of(new ByteCount(100, Accuracy.EXACT));

    assertThat(unexplained(hundred, OptionalLong.of(130))).hasValue(30);
    assertThat(unexplained(hundred, OptionalLong.of(60))).hasValue(-40);
  }

  @Test
  void whatIsNotKnownExactlyExplainsNothing() {
    OptionalLong counted = OptionalLong.of(130);

    assertThat(unexplained(Optional.of(new ByteCount(100, Accuracy.ESTIMATED)), counted)).isEmpty();
    assertThat(unexplained(Optional.empty(), counted)).isEmpty();
    assertThat(unexplained(Optional.of(ByteCount.ZERO), OptionalLong.empty())).isEmpty();
  }
}
