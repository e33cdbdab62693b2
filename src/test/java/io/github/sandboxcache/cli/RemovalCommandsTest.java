package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.adapter.files.JsonSettingsStore;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.AutomaticSetting;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageLedgerException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards prune and clear: their document, their exit codes, and that mistakes remove nothing. */
class RemovalCommandsTest {
  private static final String URI = SampleAccess.URI;

  @TempDir private Path directory = Path.of("");
  private final SampleAccess access = new SampleAccess();

  private int images() {
    return run("stats").document().get("images").intValue();
  }

  private CommandLineRun run(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--sample", "--json"));
    return CommandLineRun.of(access, all.toArray(String[]::new));
  }

  @Test
  void documentHasExactlyTheseFields() {
    CommandLineRun run = run("prune", "--keep", "3");

    assertThat(run.code()).isZero();
    JsonNode report = run.document();
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly(
            "dryRun", "freesBytes", "freedBytes", "removed", "kept", "failed", "unknown");
    assertThat(report.get("removed").get(0).fieldNames())
        .toIterable()
        .containsExactly("reference", "imageId", "reason", "explanation");
    assertThat(report.get("kept").get(0).fieldNames())
        .toIterable()
        .containsExactly("reference", "reason", "explanation");
    assertThat(report.get("failed")).isEmpty();
    assertThat(report.get("unknown")).isEmpty();
  }

  /** For timers: nobody is there who would see what goes. */
  @Test
  void withoutAnApprovedRuleATimerRemovesNothing() {
    int before = images();

    CommandLineRun run = CommandLineRun.of(access, "prune", "--policy-from-settings", "--sample");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_APPROVED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Let it run by itself");
    assertThat(images()).isEqualTo(before);
  }

  @Test
  void aTimerPrunesByTheApprovedRuleAndTellsOnlyWhatWent() {
    access.with(approved(new KeepNewest(3)));
    JsonNode announced = run("prune", "--policy-from-settings", "--dry-run").document();

    CommandLineRun run = CommandLineRun.of(access, "prune", "--policy-from-settings", "--sample");

    assertThat(run.code()).isZero();
    assertThat(announced.get("removed")).hasSize(21);
    assertThat(run.out()).contains("removed").doesNotContain("among the newest");
    assertThat(images()).isEqualTo(21);
  }

  @Test
  void aRuleThatWasChangedSinceIsNotApproved() {
    access.with(approved(new KeepNewest(3)).withKeepNewest(2));
    assertThat(run("prune", "--policy-from-settings").code()).isEqualTo(ExitCode.NOT_APPROVED);
    assertThat(run("prune", "--policy-from-settings", "--keep", "1").code())
        .isEqualTo(ExitCode.WRONG_USAGE);
  }

  private static Settings approved(KeepNewest rule) {
    return Settings.DEFAULT
        .withPrune(Optional.of(PruneSetting.NEWEST))
        .withAutomatic(AutomaticSetting.OFF.approve(rule));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--keep-used 2", "--budget 4GB", "--keep 1 --language go"})
  void everyRuleAnnouncesWhatItThenDoesAndSaysWhy(String rule) {
    String[] prune = ("prune " + rule).split(" ");
    JsonNode announced =
        run(Stream.concat(Stream.of(prune), Stream.of("--dry-run")).toArray(String[]::new))
            .document();

    JsonNode done = run(prune).document();

    assertThat(done.get("removed")).isEqualTo(announced.get("removed")).isNotEmpty();
    assertThat(done.get("freedBytes")).isEqualTo(announced.get("freesBytes"));
    assertThat(done.get("removed"))
        .allSatisfy(
            removed -> {
              assertThat(removed.get("reason").textValue())
                  .isIn("not-recently-used", "least-value", "unused", "not-newest");
              assertThat(removed.get("explanation").textValue()).contains("hit", "frees");
            });
  }

  @Test
  void aBudgetIsKept() {
    JsonNode pruned = run("prune", "--budget", "4GB").document();

    assertThat(pruned.get("removed")).isNotEmpty();
    assertThat(run("stats").document().get("onDiskBytes").longValue())
        .isLessThanOrEqualTo(4_000_000_000L);
    assertThat(run("prune", "--budget", "4GB").document().get("removed")).isEmpty();
  }

  @Test
  void anExceptionStaysAndOneThatNamesNothingStopsAll() {
    JsonNode announced = run("prune", "--keep", "0", "--dry-run").document();
    String first = announced.get("removed").get(0).get("reference").textValue();

    CommandLineRun slip = run("prune", "--keep", "0", "--except", "fffff");
    assertThat(slip.code()).isEqualTo(ExitCode.FAILED);
    assertThat(slip.document().get("removed")).isEmpty();
    assertThat(images()).isEqualTo(42);

    JsonNode pruned = run("prune", "--keep", "0", "--except", first).document();
    assertThat(pruned.get("kept"))
        .anySatisfy(
            kept -> {
              assertThat(kept.get("reference").textValue()).isEqualTo(first);
              assertThat(kept.get("reason").textValue()).isEqualTo("excepted");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--keep 3 --budget 4GB",
        "--keep-used x",
        "--unused-for soon",
        "--unused-for 2999-01-01",
        "--budget much",
        "--budget 20",
        "--budget -1GB",
        "--language Go!"
      })
  void aRuleThatCanBeMisreadRemovesNothing(String rule) {
    assertThat(run(("prune " + rule).split(" ")).code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(images()).isEqualTo(42);
  }

  static Stream<Arguments> usesOfWhichTheLastAreNotKnown() {
    UsageLedgerException full =
        new UsageLedgerException("/data/usage.db", Reason.FULL, new IOException("full"));
    return Stream.of(
        Arguments.of(new SampleAccess().withLogsFailingWith(full), "cannot be recorded"),
        Arguments.of(new SampleAccess().withLedgerRefusing(full), "cannot be recorded"),
        Arguments.of(new SampleAccess().behindItsLogs(), "more than can be read at once"));
  }

  @ParameterizedTest
  @MethodSource("usesOfWhichTheLastAreNotKnown")
  void whileTheLastUsesAreNotKnownNoRuleThatGoesByThemRemovesAnything(
      SampleAccess unknowing, String why) {
    unknowing.withEngineOfRealImages();
    for (String rule : List.of("--unused-for 1d", "--keep-used 0", "--budget 0GB")) {
      CommandLineRun run =
          CommandLineRun.of(
              unknowing, ("prune " + rule + " --json --engine " + URI).split(" ", -1));

      assertThat(run.code()).as(rule).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).contains(why, "Nothing was removed");
    }
    assertThat(unknowing.sampleEngine().images()).hasSize(imagesOfTheSample());
    CommandLineRun byAge =
        CommandLineRun.of(unknowing, "prune", "--keep", "1", "--json", "--engine", URI);
    assertThat(byAge.document().get("removed")).isNotEmpty();
  }

  private static int imagesOfTheSample() {
    return new SampleAccess().sampleEngine().images().size();
  }

  @Test
  void dryRunAnnouncesWhatPruneThenDoes() {
    JsonNode announced = run("prune", "--keep", "2", "--dry-run").document();
    assertThat(images()).isEqualTo(42);

    JsonNode done = run("prune", "--keep", "2").document();

    assertThat(announced.get("dryRun").booleanValue()).isTrue();
    assertThat(done.get("dryRun").booleanValue()).isFalse();
    assertThat(done.get("removed")).isEqualTo(announced.get("removed")).isNotEmpty();
    assertThat(done.get("kept")).isEqualTo(announced.get("kept"));
    assertThat(images()).isEqualTo(42 - done.get("removed").size());
  }

  @Test
  void theEngineCountsAsFreedWhatWasAnnounced() {
    JsonNode announced = run("prune", "--keep", "2", "--dry-run").document();

    JsonNode done = run("prune", "--keep", "2").document();

    assertThat(announced.get("freesBytes").longValue()).isPositive();
    assertThat(announced.get("freedBytes").isNull()).isTrue();
    assertThat(done.get("freesBytes")).isEqualTo(announced.get("freesBytes"));
    assertThat(done.get("freedBytes")).isEqualTo(announced.get("freesBytes"));
  }

  @Test
  void secondPruneRemovesNothing() {
    run("prune", "--keep", "1");

    assertThat(run("prune", "--keep", "1").document().get("removed")).isEmpty();
  }

  @Test
  void withoutNumberTheSettingsDecide() {
    access.with(Settings.DEFAULT.withKeepNewest(50));

    assertThat(run("prune").document().get("removed")).isEmpty();
  }

  private SampleAccess withSettings(String json) throws IOException {
    Path file = Files.writeString(directory.resolve("settings.json"), json);
    return access.with(new JsonSettingsStore(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"keepNewestPerLanguage\": -1}", "{\"keepNewestPerLanguage\": 1,}", ""})
  void aNumberToKeepThatIsNotKnownRemovesNothing(String json) throws IOException {
    withSettings(json);

    CommandLineRun run = run("prune");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains(directory.toString(), "nothing is removed", "--keep N");
    assertThat(images()).isEqualTo(42);
    assertThat(run("prune", "--keep", "1").document().get("removed")).isNotEmpty();
  }

  @Test
  void aSettingThatIsNotKnownLeavesTheOthersInForce() throws IOException {
    withSettings("{\"keepNewestPerLanguage\": 50, \"theme\": \"SEPIA\"}");

    assertThat(run("prune").document().get("removed")).isEmpty();
  }

  /** Another engine may have other images of the same names. */
  @ParameterizedTest
  @ValueSource(strings = {"prune --keep 0", "clear --yes", "remove mcp-sandbox-go:9e28609b1d8c"})
  void whileTheChosenEngineIsNotKnownNothingIsRemovedFromAnother(String verb) throws IOException {
    withSettings("{\"engine\": 1}");

    CommandLineRun run = CommandLineRun.of(access, verb.split(" ", -1));

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("which engine was chosen", "--engine URI");
    CommandLineRun named = CommandLineRun.of(access, (verb + " --engine " + URI).split(" ", -1));
    assertThat(named.err()).doesNotContain("which engine was chosen");
  }

  @Test
  void whosePinsCountIsSaidWhereItMayBeAnothersThanExpected() {
    Path roots = Path.of("/root/pins.json");
    Path adas = Path.of("/home/ada/pins.json");
    access.with(new PinOwners("root", "ada", roots, Optional.of(adas), false));

    assertThat(CommandLineRun.of(access, "clear", "--dry-run", "--engine", URI).err())
        .contains("pins of root count (/root/pins.json), not those of ada (/home/ada/pins.json)");
    assertThat(CommandLineRun.of(access, "unpin", "mcp-sandbox-go:9e28609b1d8c").err())
        .contains("pins of root count");
    assertThat(CommandLineRun.of(access, "clear", "--dry-run", "--sample").err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "", "1.5", "0x1", "+1", "١", "3 "})
  void numberThatIsNoneRemovesNothing(String number) {
    CommandLineRun run = run("prune", "--keep", number);

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--keep");
    assertThat(images()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--budget 999999999999999TB",
        "--budget 20000000000000GB",
        "--keep-used 99999999999",
        "--unused-for 999999999w"
      })
  void aNumberBeyondAnyCacheRemovesNothing(String rule) {
    CommandLineRun run = run(("prune " + rule).split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.document().get("removed")).isEmpty();
    assertThat(images()).isEqualTo(42);
  }

  @Test
  void hugeNumberKeepsAll() {
    assertThat(run("prune", "--keep", "99999999999999999999").document().get("removed")).isEmpty();
  }

  @Test
  void clearNeedsYes() {
    CommandLineRun run = run("clear");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--yes");
    assertThat(images()).isEqualTo(42);
  }

  @Test
  void clearKeepsWhatIsUsedAndSaysByWhat() {
    JsonNode report = run("clear", "--yes").document();

    assertThat(report.get("removed")).isNotEmpty();
    assertThat(report.get("kept"))
        .isNotEmpty()
        .allSatisfy(
            kept ->
                assertThat(kept.get("explanation").textValue())
                    .startsWith("in use by the container sandbox-"));
    assertThat(images()).isEqualTo(report.get("kept").size());
  }

  @Test
  void peopleSeeWhatWouldGo() {
    CommandLineRun run = CommandLineRun.of(access, "clear", "--dry-run", "--sample");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("would be removed", "Nothing was removed.");
    assertThat(images()).isEqualTo(42);
  }
}
