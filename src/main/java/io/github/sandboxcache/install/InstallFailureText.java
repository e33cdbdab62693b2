package io.github.sandboxcache.install;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why an install failed, in words. What others wrote in them is made harmless. */
final class InstallFailureText {
  /** 128 + SIGKILL: what is left of a process that the kernel or the engine ended. */
  private static final int KILLED = 137;

  private InstallFailureText() {}

  /** What happened, then the package manager's own last lines. */
  static List<String> of(CommandFailure failure) {
    String key = failure.exitCode() == KILLED ? "install.failed.killed" : "install.failed.command";
    List<String> errors = new ArrayList<>();
    errors.add(Texts.text(key, PlainText.line(failure.commandLine()), failure.exitCode()));
    errors.addAll(failure.lastLines());
    return errors;
  }

  static List<String> noTool(String baseImage, List<Tool> tools) {
    String names = tools.stream().map(Tool::name).distinct().collect(Collectors.joining(", "));
    return List.of(Texts.text("install.failed.no-tool", PlainText.line(baseImage), names));
  }

  static List<String> noBaseImage(Language language) {
    return List.of(Texts.text("install.failed.no-base", language.name()));
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
