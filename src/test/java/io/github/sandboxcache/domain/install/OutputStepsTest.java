package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.install.InstallStep.Building;
import io.github.sandboxcache.domain.install.InstallStep.Downloading;
import io.github.sandboxcache.domain.install.InstallStep.DownloadingSome;
import io.github.sandboxcache.domain.install.InstallStep.Installing;
import io.github.sandboxcache.domain.install.InstallStep.ReadingIndex;
import io.github.sandboxcache.domain.install.InstallStep.Resolving;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What an install does is read from what package managers print, as they really printed it. */
class OutputStepsTest {
  private static Downloading download(String name) {
    return new Downloading(name, OptionalLong.empty());
  }

  private static Downloading download(String name, long bytes) {
    return new Downloading(name, OptionalLong.of(bytes));
  }

  private static Downloading download(String name, long bytes, long done) {
    return new Downloading(name, OptionalLong.of(bytes), OptionalLong.of(done));
  }

  /** The steps in the output that was recorded of that package manager. */
  private static List<InstallStep> steps(String recorded) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OutputStepsTest.class.getResourceAsStream(recorded))) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  private static List<InstallStep> of(List<String> lines) {
    OutputSteps steps = new OutputSteps();
    return lines.stream().flatMap(line -> steps.read(line).stream()).toList();
  }

  @Test
  void pipFindsDownloadsBuildsAndInstalls() throws IOException {
    assertThat(steps("pip-output.txt"))
        .containsExactly(
            new Resolving("six==1.16.0"),
            download("six 1.16.0", 11_000),
            new Resolving("docopt==0.6.2"),
            download("docopt 0.6.2", 25_000),
            new Resolving("idna==3.10"),
            download("idna 3.10", 70_000),
            new Building("docopt"),
            new Installing(List.of("docopt", "six", "idna")));
  }

  @Test
  void pipSaysHowFarADownloadIsWhereItIsAskedTo() throws IOException {
    List<InstallStep> steps = steps("pip-raw-output.txt");

    assertThat(steps)
        .containsSubsequence(
            download("numpy 2.1.3", 16_300_000),
            download("numpy 2.1.3", 16_339_644, 262_144),
            download("numpy 2.1.3", 16_339_644, 16_339_644),
            new Installing(List.of("numpy", "idna")));
    assertThat(steps.getLast().fraction()).isEmpty();
    assertThat(download("numpy 2.1.3", 16_339_644, 16_339_644).fraction()).hasValue(1);
    assertThat(OutputSteps.isOnlyProgress("Progress 262144 of 16339644")).isTrue();
  }

  @Test
  void npmTellsOfItsRequests() throws IOException {
    assertThat(steps("npm-output.txt"))
        .containsExactly(
            new Resolving("is-odd"),
            new Resolving("is-number"),
            download("is-number 6.0.0"),
            download("is-odd 3.0.1"));
  }

  @Test
  void goDownloadsAndAdds() throws IOException {
    assertThat(steps("go-output.txt"))
        .startsWith(download("github.com/spf13/cobra 1.8.1"))
        .endsWith(new Installing(List.of("github.com/spf13/pflag 1.0.5")));
  }

  @Test
  void cargoReadsItsIndexAndDownloads() throws IOException {
    assertThat(steps("cargo-output.txt"))
        .containsExactly(
            new ReadingIndex(), new Resolving("itoa"), new ReadingIndex(), download("itoa 1.0.19"));
  }

  @Test
  void distributionsReadTheirIndexDownloadAndInstall() {
    assertThat(
            of(
                List.of(
                    "Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]",
                    "Get:4 http://deb.debian.org/debian bookworm/main amd64 Packages [8,792 kB]",
                    "Get:1 http://deb.debian.org/debian bookworm/main amd64 jq amd64 1.6-2.1"
                        + " [64.9 kB]",
                    "Unpacking jq (1.6-2.1) ...",
                    "Setting up libjq1:amd64 (1.6-2.1) ...",
                    "fetch https://dl-cdn.alpinelinux.org/alpine/v3.20/main/x86_64/APKINDEX.tar.gz",
                    "(1/3) Installing oniguruma (6.9.9-r0)")))
        .containsExactly(
            new ReadingIndex(),
            new ReadingIndex(),
            download("jq 1.6-2.1", 64_900),
            new Installing(List.of("jq 1.6-2.1")),
            new Installing(List.of("libjq1 1.6-2.1")),
            new ReadingIndex(),
            new Installing(List.of("oniguruma 6.9.9-r0")));
  }

  @Test
  void pnpmCounts() {
    assertThat(of(List.of("Progress: resolved 12, reused 2, downloaded 4, added 0")))
        .containsExactly(new DownloadingSome(6, 12))
        .first()
        .satisfies(step -> assertThat(step.fraction()).hasValue(0.5));
  }

  /** The words may be anybody's, and numbers in them of any length. */
  @Test
  void whatIsNotKnownSaysNothingAndDoesNoHarm() {
    assertThat(
            of(
                List.of(
                    "",
                    "Progress 1 of 2",
                    "Progress 99999999999999999999 of 1",
                    "Downloading " + "a-".repeat(5_000) + "1.whl (1 MB)",
                    "Progress: resolved 99999999999, reused 0, downloaded 0, added 0",
                    "Collecting")))
        .isEmpty();
    assertThat(of(List.of("Downloading x-1.0-py3-none-any.whl (9 XB)")))
        .containsExactly(new Downloading("x 1.0", OptionalLong.empty()));
  }
}
