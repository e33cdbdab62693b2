package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards the document and the table of {@code usage}. */
class UsageCommandTest {
  @Test
  void documentHasExactlyTheseFields() {
    assertThat(facts("--limit", "1"))
        .singleElement()
        .satisfies(
            fact ->
                assertThat(fact.fieldNames())
                    .toIterable()
                    .containsExactly(
                        "time",
                        "kind",
                        "language",
                        "key",
                        "reference",
                        "imageId",
                        "packages",
                        "durationMs",
                        "bytes",
                        "source",
                        "sourceName",
                        "reason"));
  }

  @Test
  void newestComesFirst() {
    assertThat(facts())
        .extracting(fact -> Instant.parse(fact.get("time").textValue()))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void filtersGoTogether() {
    List<JsonNode> facts =
        facts("--language", "python", "--kind", "miss", "--since", "7d", "--limit", "3");

    assertThat(facts)
        .hasSize(3)
        .allSatisfy(
            fact -> {
              assertThat(fact.get("language").textValue()).isEqualTo("python");
              assertThat(fact.get("kind").textValue()).isEqualTo("MISS");
              assertThat(Instant.parse(fact.get("time").textValue()))
                  .isAfterOrEqualTo(Instant.parse("2026-11-15T21:00:00Z"));
            });
  }

  @Test
  void aKeyMayBeGivenAsItStandsInTheReference() {
    String reference = facts("--limit", "1").getFirst().get("reference").textValue();

    assertThat(facts("--key", reference))
        .isNotEmpty()
        .allSatisfy(fact -> assertThat(fact.get("reference").textValue()).isEqualTo(reference));
  }

  @Test
  void csvTellsTheSameFacts() {
    List<String> lines = run("--csv", "--limit", "5").out().lines().toList();
    List<JsonNode> facts = facts("--limit", "5");

    assertThat(lines.getFirst()).startsWith("time,kind,language,key,reference");
    assertThat(lines.subList(1, lines.size()))
        .hasSameSizeAs(facts)
        .zipSatisfy(
            facts,
            (line, fact) ->
                assertThat(line)
                    .startsWith(
                        fact.get("time").textValue() + "," + fact.get("kind").textValue() + ","));
  }

  @Test
  void aKindThatIsNoneIsWrongUsage() {
    CommandLineRun run = run("--kind", "eviction");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("eviction", "HIT", "REMOVED");
  }

  private static List<JsonNode> facts(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--json");
    List<JsonNode> facts = new ArrayList<>();
    run(all.toArray(String[]::new)).document().forEach(facts::add);
    return facts;
  }

  private static CommandLineRun run(String... options) {
    List<String> all = new ArrayList<>(List.of("usage", "--sample"));
    all.addAll(List.of(options));
    return CommandLineRun.of(new SampleAccess(), all.toArray(String[]::new));
  }

  @Test
  void aReasonIsToldRawInDocumentsAndHarmlessToPeople() {
    SampleAccess access = new SampleAccess();
    int _ =
        access
            .usage()
            .record(
                List.of(
                    UsageFact.of(
                            SampleAccess.NOW.minusSeconds(60),
                            FactKind.UNSAVED,
                            new CacheReference(Language.GO, "0123456789ab"),
                            FactSource.log("x"),
                            7)
                        .withReason("bad\u0007 tag\nmore")));
    String[] asked = {"usage", "--sample", "--kind", "unsaved"};

    assertThat(CommandLineRun.of(access, with(asked, "--json")).document().get(0).get("reason"))
        .hasToString("\"bad\\u0007 tag\\nmore\"");
    assertThat(CommandLineRun.of(access, with(asked, "--csv")).out())
        .contains(",UNSAVED,", ",x,bad\\u0007 tag\\u000amore");
    assertThat(CommandLineRun.of(access, asked).out())
        .containsPattern("PACKAGES +REASON\n")
        .containsPattern("save failed .* bad\\\\u0007 tag\n");
    assertThat(run("--kind", "hit").out()).doesNotContain("REASON");
  }

  private static String[] with(String[] words, String more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add(more);
    return all.toArray(String[]::new);
  }

  @Test
  void saysWhenTheLogsHaveMoreThanCouldBeRead() {
    CommandLineRun behind =
        CommandLineRun.of(new SampleAccess().behindItsLogs(), "usage", "--json");
    assertThat(behind.document().isArray()).isTrue();
    assertThat(behind.err()).contains("the next call continues");
    assertThat(CommandLineRun.of(new SampleAccess(), "usage").err()).isEmpty();
  }

  @Test
  void saysWhereADamagedLedgerIsKept() {
    CommandLineRun run =
        CommandLineRun.of(
            new SampleAccess().withLedgerSetAside(Path.of("/data/usage.db.damaged")),
            "usage",
            "--json");

    assertThat(run.document().isArray()).isTrue();
    assertThat(run.err()).contains("damaged or not ours").contains("/data/usage.db.damaged");
  }

  @Test
  void yearsThatNoDatabaseCountsAreTheFirstOrTheLastThatItDoes() {
    for (String since : List.of("-999999999-01-01", "999999999w")) {
      assertThat(run("--json", "--since=" + since).document()).isNotEmpty();
    }
    assertThat(run("--json", "--since=+999999999-12-31").document()).isEmpty();
  }
}
