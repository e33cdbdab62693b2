package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.SkipReason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader remembers comes back; what it cannot make sense of fits no file. */
class LogMemoryTest {
  private static final LogMemory.Mark MARK = new LogMemory.Mark(10, "aa", "bb");

  @Test
  void everythingComesBack() {
    LogMemory memory =
        new LogMemory(
            MARK, true, "", "", 7, Map.of(SkipReason.NO_TIME, 2L, SkipReason.NO_TEXT, 3L));

    assertThat(LogMemory.of(checkpoint(memory.toText()))).isEqualTo(memory);
    assertThat(memory.toText()).endsWith(";NO_TEXT:3,NO_TIME:2");
  }

  /** A log that an earlier version read is not read anew, which would lose what is gone by now. */
  @Test
  void memoriesOfEarlierVersionsServe() {
    assertThat(LogMemory.of(checkpoint("1;aa;bb;true;")))
        .isEqualTo(new LogMemory(MARK, true, "", "", 0, Map.of()));
    assertThat(LogMemory.of(checkpoint("2;aa;bb;false;;;7")))
        .isEqualTo(new LogMemory(MARK, false, "", "", 7, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4;aa;bb;false;;;7;",
        "3;aa;bb;false;;;7",
        "2;aa;bb;false;;;7;",
        "3;aa;bb;false;;;many;",
        "3;aa;bb;false;;;7;BROKEN",
        "3;aa;bb;false;;;7;NO_SUCH_REASON:1",
        "3;aa;bb;false;;;7;BROKEN:many"
      })
  void whatIsNotLegibleFitsNoFile(String text) {
    assertThat(LogMemory.of(checkpoint(text)))
        .isEqualTo(new LogMemory(new LogMemory.Mark(10, "", ""), false, "", "", 0, Map.of()));
  }

  private static LogCheckpoint checkpoint(String memory) {
    return new LogCheckpoint("/a.log", "1", 10, memory, 0, 0, 0, 0, Optional.empty());
  }
}
