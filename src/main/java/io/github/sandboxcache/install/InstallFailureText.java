package io.github.sandboxcache.install;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.port.ResourceLimits;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why an install failed, in words: first what happened and what to do, then what others wrote, made
 * harmless.
 */
final class InstallFailureText {
  private InstallFailureText() {}

  /** A command that ended with an error of its own. */
  static List<String> command(String commandLine, int exitCode, List<String> lastLines) {
    InstallFailure failure = InstallFailure.of(lastLines);
    String telling = failure.tellingLine(lastLines);
    List<String> errors = new ArrayList<>();
    errors.add(Texts.text("install.failure." + failure));
    if (!telling.isEmpty()) {
      errors.set(0, errors.getFirst() + " " + Texts.text("install.failure.words", telling));
    }
    errors.add(Texts.text("install.failed.command", PlainText.line(commandLine), exitCode));
    errors.addAll(lastLines);
    return errors;
  }

  /** A command that was ended because of the memory limit. */
  static List<String> outOfMemory(String commandLine, int exitCode, List<String> lastLines) {
    return withLines(
        Texts.text("install.failed.memory", PlainText.line(commandLine), exitCode), lastLines);
  }

  /** A command that something killed, and not for its memory. */
  static List<String> killed(String commandLine, int exitCode, List<String> lastLines) {
    return withLines(
        Texts.text("install.failed.killed", PlainText.line(commandLine), exitCode), lastLines);
  }

  /** The container did not live as long as the command in it. */
  static List<String> containerEnded(String commandLine, List<String> lastLines) {
    return withLines(
        Texts.text("install.failed.container-ended", PlainText.line(commandLine)), lastLines);
  }

  private static List<String> withLines(String reason, List<String> lastLines) {
    List<String> errors = new ArrayList<>(List.of(reason));
    errors.addAll(lastLines);
    return errors;
  }

  static List<String> unknownPackage(String packageName) {
    return List.of(Texts.text("install.failed.unknown-package", PlainText.line(packageName)));
  }

  /** None of the tools is there, by what those that were there said. */
  static List<String> noTool(String baseImage, List<Tool> tools, List<String> lastLines) {
    String names = tools.stream().map(Tool::name).distinct().collect(Collectors.joining(", "));
    return withLines(
        Texts.text("install.failed.no-tool", PlainText.line(baseImage), names), lastLines);
  }

  static List<String> noBaseImage(Language language) {
    return List.of(Texts.text("install.failed.no-base", language.name()));
  }

  static List<String> volume(String baseImage, String volume) {
    return List.of(
        Texts.text("install.failed.volume", PlainText.line(baseImage), PlainText.line(volume)));
  }

  static List<String> limits(ResourceLimits limits) {
    return List.of(
        Texts.text(
            "install.failed.limits",
            DecimalSize.of(limits.memoryBytes()),
            DecimalSize.of(ResourceLimits.MIN_MEMORY_BYTES),
            limits.processes(),
            ResourceLimits.MIN_PROCESSES));
  }

  static List<String> timeLimit(Duration limit) {
    return List.of(Texts.text("install.failed.time-limit", RelativeTime.length(limit)));
  }

  static String cancelled() {
    return Texts.text("install.failed.cancelled");
  }

  /** The container could not be removed. */
  static String left(String container, EngineException cause) {
    return Texts.text("install.failed.left", container, words(cause));
  }

  static List<String> caBundle(Path file) {
    return List.of(Texts.text("install.failed.ca-bundle", PlainText.line(file.toString())));
  }

  static List<String> pull(String baseImage, EngineException cause) {
    return List.of(Texts.text("install.failed.pull", PlainText.line(baseImage), words(cause)));
  }

  static List<String> refused(EngineException cause) {
    return List.of(Texts.text("install.failed.refused", words(cause)));
  }

  private static String words(EngineException cause) {
    return PlainText.line(String.valueOf(cause.getMessage()).strip());
  }
}
