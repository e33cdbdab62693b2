package io.github.sandboxcache.adapter.sandboxlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Lines of the package cache and what the parser makes of them. */
final class ParsedLines {
  static final String HEAD =
      "{\"level\":30,\"time\":1772352000123,\"pid\":7,\"hostname\":\"h\",\"component\":\"PackageCache\",";
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final String PACKAGES = "\"language\":\"python\",\"packages\":[\"numpy\"],";
  static final String NUMPY = CacheKey.of(Language.PYTHON, List.of("numpy")).imageName("python");
  static final String HIT = "\"msg\":\"" + EntryReader.HIT + "\"}";
  static final String MISS = "\"msg\":\"" + EntryReader.MISS + "\"}";

  private final FactStream parser =
      new FactStream(
          FactSource.log("x"), new Repeats(), new PartialLines(), InstantSource.fixed(NOW));

  /** The one fact that a line tells. */
  LogEntry entry(String line) {
    LogLine told = parse(line);
    assertThat(told.skipped()).as(line).isEmpty();
    assertThat(told.entries()).as(line).hasSize(1);
    return told.entries().getFirst();
  }

  /** Parses a line that stands within others. */
  LogLine parse(String line) {
    byte[] bytes = ("#" + line + "}").getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(parser.parse(bytes, 1, bytes.length - 1));
  }

  /** Parses just these bytes. */
  LogLine parse(byte[] bytes) {
    return parser.parse(bytes, 0, bytes.length);
  }
}
