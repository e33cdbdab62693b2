package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start without a verb needs no parser; whatever is not plainly that is left to it. */
class WindowArgumentsTest {
  @Test
  void nothingOpensTheWindow() {
    assertThat(WindowArguments.of(List.of()))
        .contains(new WindowArguments(Optional.empty(), false));
  }

  @Test
  void sampleAndEngineAreRead() {
    assertThat(WindowArguments.of(List.of("--sample")))
        .contains(new WindowArguments(Optional.empty(), true));
    assertThat(WindowArguments.of(List.of("--engine", "unix:///a.sock")))
        .contains(new WindowArguments(Optional.of("unix:///a.sock"), false));
    assertThat(WindowArguments.of(List.of("--engine=unix:///a.sock")))
        .contains(new WindowArguments(Optional.of("unix:///a.sock"), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls",
        "--help",
        "--version",
        "--json",
        "--sample ls",
        "--engine",
        "--engine=",
        "--engine --sample",
        "--sample --engine unix:///a",
        "--sample --sample",
        "--no-color"
      })
  void theRestIsTheParsersToJudge(String arguments) {
    assertThat(WindowArguments.of(List.of(arguments.split(" ", -1)))).isEmpty();
  }
}
