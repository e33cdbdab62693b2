package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/** Why ssh brought no answer of an engine: the message is what it said, untrusted. */
final class SshFailure extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_WORDS = 400;

  private final boolean afterAnswer;

  private SshFailure(String words, boolean afterAnswer) {
    super(words);
    this.afterAnswer = afterAnswer;
  }

  /** There is no ssh here, or it may not be run. */
  static SshFailure notStarted(IOException cause) {
    SshFailure failure = new SshFailure("ssh cannot be run: " + EngineWords.of(cause), false);
    failure.initCause(cause);
    return failure;
  }

  /**
   * Ssh ended.
   *
   * @param status its exit status, not 0
   * @param said all that it wrote
   * @param afterAnswer whether the engine had answered before
   */
  static SshFailure of(int status, String said, boolean afterAnswer) {
    String words =
        String.join(
            " ",
            Stream.of(said.split("\\R"))
                // The frame of the warning about another host key.
                .map(line -> line.replaceAll("^@+|@+$", "").strip())
                .filter(line -> !line.isEmpty())
                .toList());
    return new SshFailure(
        words.isEmpty() ? "ssh ended with status " + status : shortened(words), afterAnswer);
  }

  /** What happened stands at the begin, and why it matters at the end. */
  private static String shortened(String words) {
    int part = MAX_WORDS / 2;
    return words.length() <= MAX_WORDS
        ? words
        : words.substring(0, part) + " … " + words.substring(words.length() - part);
  }

  /** Whether the engine had answered on that connection before. */
  boolean isAfterAnswer() {
    return afterAnswer;
  }

  /** What it means for the place: known by words alone, those of OpenSSH and docker. */
  Failure kind() {
    String words = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
    if (Stream.of("permission denied", "host key verification failed", "too many authentication")
        .anyMatch(words::contains)) {
      return Failure.NOT_ALLOWED;
    }
    if (words.contains("could not resolve hostname")) {
      return Failure.NOT_THERE;
    }
    return Stream.of(
                "connection refused",
                "timed out",
                "no route to host",
                "cannot connect to the docker daemon",
                "dial unix")
            .anyMatch(words::contains)
        ? Failure.NOT_RUNNING
        : Failure.NOT_USABLE;
  }
}
