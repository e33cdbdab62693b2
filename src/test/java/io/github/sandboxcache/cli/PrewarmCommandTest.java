package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards {@code prewarm}: what it would install, what it installs, and how that is told. */
class PrewarmCommandTest {
  private final List<InstallRequest> asked = new ArrayList<>();
  private final SampleAccess access =
      new SampleAccess(
          (request, _, _) -> {
            asked.add(request);
            return request.packages().getFirst().startsWith("axum")
                ? InstallResult.failed(
                    Duration.ZERO, List.of(new InstallProblem.UnknownPackage("axum")))
                : InstallResult.installed(request, Duration.ofSeconds(3));
          });

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(
        access,
        Stream.concat(Stream.of("prewarm", "--sample"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void documentHasExactlyTheseFields() {
    missed(Language.PYTHON, List.of("--pre"));

    JsonNode document = run("--json").document();

    assertThat(document.fieldNames())
        .toIterable()
        .containsExactly(
            "dryRun", "estimatedMs", "estimatedMaxBytes", "installed", "failed", "skipped");
    assertThat(document.get("installed").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "reference",
            "language",
            "packages",
            "misses",
            "waitedMs",
            "installMs",
            "bytes",
            "lastMissedAt",
            "cached");
    assertThat(document.get("failed").get(0).fieldNames())
        .toIterable()
        .containsExactly("set", "errors");
    assertThat(document.get("skipped").get(0).fieldNames())
        .toIterable()
        .containsExactly("set", "reason", "explanation");
  }

  @Test
  void aDryRunListsTheFiveThatSandboxesWaitedForLongestAndInstallsNothing() {
    JsonNode document = run("--dry-run", "--json").document();

    assertThat(asked).isEmpty();
    assertThat(document.get("dryRun").booleanValue()).isTrue();
    assertThat(document.get("installed")).hasSize(5);
    List<Long> waits = new ArrayList<>();
    document.get("installed").forEach(set -> waits.add(set.get("waitedMs").longValue()));
    assertThat(waits).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(document.get("estimatedMs").longValue()).isPositive();
    assertThat(document.get("estimatedMaxBytes").longValue()).isPositive();
  }

  @Test
  void whatItInstallsIsWhatTheDryRunListed() {
    JsonNode announced =
        run("--dry-run", "--json", "--top", "3", "--language", "python").document();

    CommandLineRun run = run("--json", "--top", "3", "--language", "python", "--network", "host");

    assertThat(run.code()).isZero();
    assertThat(run.document().get("installed")).hasSize(3);
    assertThat(references(run.document())).isEqualTo(references(announced));
    assertThat(run.document().get("installed")).allMatch(set -> set.get("cached").booleanValue());
    assertThat(announced.get("installed")).noneMatch(set -> set.get("cached").booleanValue());
    assertThat(asked).extracting(InstallRequest::language).containsOnly(Language.PYTHON);
    assertThat(asked).extracting(request -> request.network().orElseThrow()).containsOnly("host");
  }

  private static List<String> references(JsonNode document) {
    List<String> references = new ArrayList<>();
    document.get("installed").forEach(set -> references.add(set.get("reference").textValue()));
    return references;
  }

  @Test
  void whatIsCachedNowIsToldAndNotInstalledAgain() {
    JsonNode document = run("--dry-run", "--json", "--top", "99").document();

    List<JsonNode> cached =
        document.get("skipped").valueStream().filter(PrewarmCommandTest::isCached).toList();
    assertThat(cached).isNotEmpty();
    assertThat(cached)
        .allMatch(each -> each.get("reason").textValue().equals("cached"))
        .allMatch(each -> each.get("explanation").textValue().equals("cached now"));
    assertThat(document.get("installed"))
        .isNotEmpty()
        .noneMatch(set -> set.get("cached").booleanValue());
    assertThat(run("--dry-run").out())
        .containsPattern("cached now +\\w+ +\\S+")
        .contains("skip 0.");
  }

  private static boolean isCached(JsonNode skipped) {
    return skipped.get("set").get("cached").booleanValue();
  }

  @Test
  void oneThatFailsIsToldAndTheOthersAreInstalled() {
    CommandLineRun run = run("--language", "rust");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(asked).hasSize(3);
    assertThat(run.out())
        .containsPattern("installed +rust +sqlx@0.8, tokio@1.40")
        .containsPattern("failed +rust +axum@0.7, tower@0.5 .*no package named exactly “axum”")
        .contains("Installed 2, skipped 0, failed 1.");
  }

  @Test
  void whatCannotBeInstalledIsSkippedWithTheReason() {
    missed(Language.PYTHON, List.of("--pre"));
    missed(new Language("cobol"), List.of("x"));
    UsageFact unnamed =
        UsageFact.of(
            SampleAccess.NOW.minusSeconds(9),
            FactKind.MISS,
            new CacheReference(Language.GO, "0123456789ab"),
            FactSource.log("x"),
            FactIdentity.random());
    int _ = access.usage().record(List.of(unnamed));

    JsonNode skipped = run("--dry-run", "--json").document().get("skipped");

    assertThat(skipped)
        .filteredOn(each -> !isCached(each))
        .extracting(each -> each.get("reason").textValue())
        .containsExactlyInAnyOrder("refused", "refused", "packages-unknown");
    assertThat(run("--dry-run").out())
        .containsPattern("skipped +go +mcp-sandbox-go:0123456789ab +1 .*packages are not known")
        .contains("“--pre” starts with a dash");
  }

  @Test
  void whatKeepsFailingIsSkipped() {
    List<String> packages = List.of("no-such-package");
    missed(Language.PYTHON, packages);
    int _ =
        access
            .usage()
            .record(
                List.of(
                    fact(FactKind.FAILED, Language.PYTHON, packages),
                    fact(FactKind.FAILED, Language.PYTHON, packages)));

    assertThat(run("--top", "99").out())
        .containsPattern("skipped +python +no-such-package .*its last 2 installs failed");
    assertThat(asked).noneMatch(request -> request.packages().equals(packages));
  }

  private void missed(Language language, List<String> packages) {
    int _ = access.usage().record(List.of(fact(FactKind.MISS, language, packages)));
  }

  private static UsageFact fact(FactKind kind, Language language, List<String> packages) {
    return UsageFact.of(
            SampleAccess.NOW.minusSeconds(60),
            kind,
            CacheReference.of(language, CacheKey.of(language, packages)),
            FactSource.log("x"),
            FactIdentity.random())
        .withPackages(packages);
  }

  @Test
  void peopleSeeHowLongItTakesAndThatNothingWasDone() {
    assertThat(run("--dry-run", "--top", "2").out())
        .contains("Would install 2, skip 0. Nothing was installed.")
        .containsPattern("about \\d+ min .+ · at most \\d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--top 0", "--top x", "--network ", "--language Go!"})
  void whatCannotBeMeantIsWrongUsage(String option) {
    assertThat(run(option.split(" ", -1)).code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(asked).isEmpty();
  }
}
