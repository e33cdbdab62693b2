package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A checkpoint counts what was found, and knows its place in its file. */
class LogCheckpointTest {
  private static LogCheckpoint at(String path, String file, long offset, String memory) {
    return new LogCheckpoint(path, file, offset, memory, 10, 3, 4, 5, Optional.empty());
  }

  private static final LogCheckpoint HERE = at("/log", "1", 100, "m");

  @Test
  void moreFactsAreAddedAndThePlaceStays() {
    assertThat(HERE.withMore(20, 30))
        .isEqualTo(new LogCheckpoint("/log", "1", 100, "m", 10, 23, 34, 5, Optional.empty()))
        .matches(HERE::isWhere);
  }

  @Test
  void anotherPathFileOffsetOrMemoryIsAnotherPlace() {
    assertThat(HERE.isWhere(at("/other", "1", 100, "m"))).isFalse();
    assertThat(HERE.isWhere(at("/log", "2", 100, "m"))).isFalse();
    assertThat(HERE.isWhere(at("/log", "1", 101, "m"))).isFalse();
    assertThat(HERE.isWhere(at("/log", "1", 100, "n"))).isFalse();
  }
}
