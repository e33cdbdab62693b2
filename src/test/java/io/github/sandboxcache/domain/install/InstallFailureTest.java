package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.text.InstallText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards that a hint on what to do rests on what a package manager said, and on nothing else. */
class InstallFailureTest {
  @ParameterizedTest
  @CsvSource({
    "npm error code ENOTFOUND, NETWORK",
    "dial tcp: lookup proxy.golang.org: no such host, NETWORK",
    "SSLError(certificate verify failed), CERTIFICATE",
    "OSError: [Errno 28] No space left on device, DISK",
    "FATAL ERROR: JavaScript heap out of memory, MEMORY",
    "npm ended with exit code 137, OTHER",
    "compile: signal: killed, OTHER",
    "ERROR: No matching distribution found for pyarow, NOT_FOUND",
    "npm error 404 Not Found - GET https://registry.npmjs.org/left-pat, NOT_FOUND",
    "E: Unable to locate package jqq, NOT_FOUND",
    "E: Unable to locate package libssl9, NOT_FOUND",
    "something else, OTHER"
  })
  void theCommonReasonsAreToldApart(String line, InstallFailure failure) {
    assertThat(InstallFailure.of(List.of("Collecting things", line))).isEqualTo(failure);
  }

  /** It once rested on the words shown, so that it was lost in German. */
  @Test
  void theReasonIsTheSameInEveryLanguage() {
    InstallProblem problem = new InstallProblem.OutOfMemory("pip install", 137, List.of("Killed"));
    InstallResult result = InstallResult.failed(Duration.ZERO, List.of(problem));
    try (var _ = InLocale.of(Locale.GERMANY)) {
      assertThat(InstallText.summary(result))
          .contains("Exitcode 137", "Die Grenze in den Einstellungen anheben");
    }
    try (var _ = InLocale.of(Locale.US)) {
      assertThat(InstallText.summary(result)).contains("exit code 137", "Raise the memory limit");
    }
  }

  @Test
  void theLineWithTheSignIsToldNotWhatComesAfterIt() {
    List<String> lines =
        List.of("ERROR: No matching distribution found for pyarow", "[notice] A new release");
    InstallProblem problem = new InstallProblem.CommandFailed("pip install", 1, lines);
    assertThat(InstallText.summary(InstallResult.failed(Duration.ZERO, List.of(problem))))
        .contains("Check the name", "No matching distribution found for pyarow");
  }
}
