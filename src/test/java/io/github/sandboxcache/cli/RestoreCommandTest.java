package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards {@code restore}: which images are meant, and how it is told what became of them. */
class RestoreCommandTest {
  private static final String LODASH = "mcp-sandbox-javascript:d6f6e0173062";

  private final List<InstallRequest> asked = new ArrayList<>();
  private final SampleAccess access = new SampleAccess(this::install);

  /** Puts an image where the removed one was, of the newest versions that the sample knows. */
  private InstallResult install(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    asked.add(request);
    if (request.language().equals(Language.RUST)) {
      return InstallResult.failed(
          Duration.ZERO, List.of(new InstallProblem.UnknownPackage("plotters")));
    }
    access.with(
        new EngineImage(
            "sha256:" + request.key(),
            List.of(request.reference().toString()),
            OptionalLong.of(1_000_000),
            OptionalLong.empty(),
            Optional.of(SampleAccess.NOW),
            Optional.empty(),
            ImageLabels.of(request.language(), request.packages(), "node:20", "sha256:n", "1")));
    return InstallResult.installed(request, Duration.ofSeconds(3));
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(
        access, Stream.concat(Stream.of(arguments), Stream.of("--sample")).toArray(String[]::new));
  }

  private String removed(String language) {
    String reference =
        Stream.of(run("ls", "--language", language).out().split("\\s+", -1))
            .filter(word -> word.startsWith("mcp-sandbox-" + language + ":"))
            .filter(word -> run("remove", word).code() == ExitCode.DONE)
            .findFirst()
            .orElseThrow();
    assertThat(run("ls").out()).doesNotContain(reference);
    return reference;
  }

  @Test
  void aRemovedImageIsAskedForInItsVersionsAndToldAsTheSame() {
    String reference = removed("javascript");

    CommandLineRun run = run("restore", reference);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("restored +" + reference + " +.* same versions")
        .contains("Restored 1, already there 0, failed 0.");
    assertThat(asked).singleElement().matches(InstallRequest::asRecorded);
    assertThat(run("ls").out()).contains(reference);
  }

  @Test
  void documentHasExactlyTheseFields() {
    String reference = removed("javascript");
    String failing = removed("rust");

    CommandLineRun run = run("restore", reference, failing, "--json");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    JsonNode document = run.document();
    assertThat(document.fieldNames()).toIterable().containsExactly("restored", "present", "failed");
    assertThat(document.get("restored").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "reference",
            "language",
            "packages",
            "durationMs",
            "from",
            "versions",
            "base",
            "added",
            "removed",
            "changed",
            "explanation");
    assertThat(document.get("restored").get(0).get("versions").textValue()).isEqualTo("same");
    JsonNode failed = document.get("failed").get(0);
    assertThat(failed.fieldNames()).toIterable().containsExactly("name", "errors");
    assertThat(failed.get("name").textValue()).isEqualTo(failing);
    assertThat(failed.get("errors").get(0).textValue()).contains("plotters");
  }

  @Test
  void lastMeansAllImagesOfTheLatestRemoval() {
    String before = removed("javascript");
    assertThat(run("prune", "--keep", "0", "--language", "python").code()).isZero();

    JsonNode document = run("restore", "--last", "--json").document();

    assertThat(document.get("restored")).hasSizeGreaterThan(3);
    assertThat(document.get("restored"))
        .allMatch(each -> each.get("language").textValue().equals("python"));
    assertThat(document.toString()).doesNotContain(before);
  }

  @Test
  void theFirstDigitsOfAKeyWillDo() {
    String reference = removed("javascript");
    String digits = reference.substring(reference.indexOf(':') + 1).substring(0, 8);

    assertThat(run("restore", digits).out()).containsPattern("restored +" + reference);
  }

  @Test
  void whatIsThereIsLeftAlone() {
    String there = run("ls", "--language", "go").out();
    String reference =
        Stream.of(there.split("\\s+", -1))
            .filter(word -> word.startsWith("mcp-sandbox-go:"))
            .findFirst()
            .orElseThrow();

    CommandLineRun run = run("restore", reference, reference);

    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern("already there +" + reference);
    assertThat(asked).isEmpty();
  }

  @Test
  void whatNobodyRemovedOrCanBeNoImageFailsWithTheReason() {
    CommandLineRun run =
        run("restore", "mcp-sandbox-go:0123456789ab", "mcp-sandbox-go:base", "fffffffff");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out())
        .containsPattern("failed +mcp-sandbox-go:0123456789ab .*nothing is known of a removal")
        .containsPattern("failed +mcp-sandbox-go:base .*not the name of a cached image")
        .containsPattern("failed +fffffffff .*no image key starts with these digits");
    assertThat(asked).isEmpty();
  }

  @Test
  void withoutImagesOrWithBothItIsWrongUsage() {
    assertThat(CommandLineRun.of(CommandLineRun.untouched(), "restore").code())
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(CommandLineRun.of(CommandLineRun.untouched(), "restore", LODASH, "--last").err())
        .contains("--last");
  }

  @Test
  void withoutAnyRemovalTheLatestIsNothing() {
    CommandLineRun run = run("restore", "--last");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Restored 0, already there 0, failed 0.");
  }
}
