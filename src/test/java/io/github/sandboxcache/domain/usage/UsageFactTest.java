package io.github.sandboxcache.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a fact tells, bit by bit. */
class UsageFactTest {
  private static final CacheReference IMAGE = new CacheReference(Language.GO, "0123456789ab");
  private static final UsageFact BARE =
      UsageFact.of(
          Instant.parse("2026-03-04T18:00:00.123999Z"),
          FactKind.HIT,
          IMAGE,
          FactSource.engine("unix:///docker.sock"),
          17);

  @Test
  void whatIsAddedStandsBesideWhatWasThere() {
    List<String> packages = new ArrayList<>(List.of("a", "b"));
    UsageFact fact =
        BARE.withBytes(OptionalLong.of(5))
            .withDuration(Duration.ofSeconds(3))
            .withImageId("sha256:1")
            .withPackages(packages)
            .withReason("why")
            .withDuration(Duration.ofSeconds(3));
    packages.add("c");

    assertThat(fact.reason()).contains("why");
    assertThat(fact.bytes()).hasValue(5);
    assertThat(fact.duration()).contains(Duration.ofSeconds(3));
    assertThat(fact.imageId()).contains("sha256:1");
    assertThat(fact.packages()).contains(List.of("a", "b"));
    assertThat(fact)
        .returns(BARE.time(), UsageFact::time)
        .returns(FactKind.HIT, UsageFact::kind)
        .returns(IMAGE, UsageFact::reference)
        .returns(17L, UsageFact::identity);
  }

  @Test
  void aReasonIsKeptAsItIsButNotEndlessly() {
    assertThat(BARE.reason()).isEmpty();
    assertThat(BARE.withReason("\u001b[31m\n").reason()).contains("\u001b[31m\n");
    assertThat(BARE.withReason("x".repeat(500)).reason().orElseThrow()).hasSize(500);
    assertThat(BARE.withReason("x".repeat(501)).reason().orElseThrow()).hasSize(500);
    assertThat(BARE.withReason("x".repeat(499) + "\ud83d\ude00").reason())
        .as("no half of a character")
        .contains("x".repeat(499));
  }

  @Test
  void eachKindOfSourceSaysWhatItIs() {
    assertThat(FactSource.app("a")).isEqualTo(new FactSource(FactSource.Type.APP, "a"));
    assertThat(FactSource.log("b")).isEqualTo(new FactSource(FactSource.Type.LOG, "b"));
    assertThat(FactSource.engine("c")).isEqualTo(new FactSource(FactSource.Type.ENGINE, "c"));
  }

  @Test
  void anUnusableLedgerIsNamedWithTheReason() {
    Exception cause = new IllegalStateException("disk full");
    assertThat(new UsageLedgerException("/usage.db", cause))
        .hasMessage("cannot use the usage ledger /usage.db: disk full")
        .hasCause(cause);
  }
}
