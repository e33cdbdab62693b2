package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sandboxlog.LogEntry.Writer;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line comes to in the ledger, and what makes it the same line again. */
class LogEntryTest {
  private static final Instant TIME = Instant.parse("2026-03-01T08:00:00.123Z");
  private static final CacheReference IMAGE = new CacheReference(Language.GO, "0123456789ab");

  private static LogEntry entry(List<String> packages, List<String> words) {
    return new LogEntry(
        new Writer("host", "7"),
        TIME,
        FactKind.INSTALLED,
        "done",
        IMAGE,
        Optional.of(packages),
        Optional.of(Duration.ofMillis(5)),
        Optional.of("exit 1"),
        words);
  }

  @Test
  void aLineBecomesAFactWithAllItTells() {
    FactSource source = FactSource.log("/mcp.log");
    assertThat(entry(List.of("a"), List.of()).toFact(source, 17))
        .isEqualTo(
            new UsageFact(
                TIME,
                FactKind.INSTALLED,
                IMAGE,
                Optional.empty(),
                Optional.of(List.of("a")),
                Optional.of(Duration.ofMillis(5)),
                OptionalLong.empty(),
                source,
                17,
                Optional.of("exit 1")));
  }

  /** Ledgers keep these numbers: another way to make them would count every old line anew. */
  @Test
  void theIdentityOfALineIsMadeOfEverythingItSays() {
    assertThat(entry(List.of(), List.of("go", "x")).identity(3))
        .isEqualTo(FactIdentity.of("log", "host", "7", "1772352000123", "done", "go", "x", "3"));
  }

  @Test
  void aWriterIsKnownByItsHostAndItsProcess() {
    long id = new Writer("host", "7").id();
    assertThat(id).isEqualTo(FactIdentity.of("writer", "host", "7"));
    assertThat(new Writer("host", "8").id()).isNotEqualTo(id);
    assertThat(new Writer("other", "7").id()).isNotEqualTo(id);
  }

  @Test
  void aLineDoesNotChangeLater() {
    List<String> packages = new ArrayList<>(List.of("a"));
    List<String> words = new ArrayList<>(List.of("w"));
    LogEntry entry = entry(packages, words);
    packages.add("b");
    words.add("v");

    assertThat(entry.packages()).contains(List.of("a"));
    assertThat(entry.words()).containsExactly("w");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "604800000, 604800000",
    "604800s, 604800000",
    "1.4999, 1",
    "1.5ms, 2",
    "0.0005 s, 1",
    "0.00049s, 0"
  })
  void aDurationIsInWholeMilliseconds(String text, long ms) {
    assertThat(EntryReader.duration(text)).contains(Duration.ofMillis(ms));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "604800001", "604801s", "1  s", "1m", "1 S", "1,5", ".5", "1.", "-0", "１"})
  void aWeekIsTheLongestAndOtherTextIsNoDuration(String text) {
    assertThat(EntryReader.duration(text)).isEmpty();
  }
}
