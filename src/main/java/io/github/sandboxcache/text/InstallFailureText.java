package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.install.InstallFailure;
import io.github.sandboxcache.domain.install.InstallProblem;
import java.util.stream.Stream;

/**
 * Why an install failed, in two short texts: the reason as a title, and what to do about it. The
 * whole story, for the log, is in {@link InstallText}.
 */
public final class InstallFailureText {
  private final String key;
  private final String detail;
  private final String remedy;

  private InstallFailureText(String key, String detail, String remedy) {
    this.key = key;
    this.detail = detail;
    this.remedy = remedy;
  }

  /** The texts for one problem. */
  public static InstallFailureText of(InstallProblem problem) {
    return switch (problem) {
      case InstallProblem.CommandFailed failed -> command(failed);
      case InstallProblem.BadPackage bad ->
          said("bad-package", PackageProblemText.of(bad.language(), bad.problem()));
      case InstallProblem.OutOfMemory _ -> plain("MEMORY");
      case InstallProblem.Killed _ -> plain("killed");
      case InstallProblem.ContainerEnded _ -> plain("container-ended");
      case InstallProblem.UnknownPackage(String name) -> about("unknown-package", name);
      case InstallProblem.NoTool none ->
          about("no-tool", none.baseImage(), String.join(", ", none.tools()));
      case InstallProblem.NoBaseImage _ -> plain("no-base");
      case InstallProblem.VolumeOverTarget over -> about("volume", over.baseImage(), over.volume());
      case InstallProblem.LimitsTooLow _ ->
          about(
              "limits",
              "",
              DecimalSize.of(ResourceLimits.MIN_MEMORY_BYTES).toString(),
              String.valueOf(ResourceLimits.MIN_PROCESSES));
      case InstallProblem.TimeLimitReached reached ->
          about("time-limit", RelativeTime.length(reached.limit()));
      case InstallProblem.Cancelled _ -> said("cancelled", "");
      case InstallProblem.UnreadableCaBundle bundle ->
          about("ca-bundle", "", bundle.file().toString());
      case InstallProblem.NoPull pull -> about("pull", pull.baseImage(), pull.engineWords());
      case InstallProblem.Refused(String words) -> about("refused", "", words);
      case InstallProblem.EngineFailed(String words) -> about("engine-failed", "", words);
    };
  }

  /**
   * What happened: {@code Rust can’t reach the package index}. Without a full stop.
   *
   * @param language the language's name, as people write it
   */
  public String reason(String language) {
    return Texts.text("install.reason." + key, language, detail);
  }

  /** What to do, or what the engine said; empty when there is nothing to be said. */
  public String remedy() {
    return remedy;
  }

  /** The package manager's own line where only that says what was wrong. */
  private static InstallFailureText command(InstallProblem.CommandFailed failed) {
    InstallFailure reason = failed.reason();
    String remedy = Texts.text("install.remedy." + reason.name());
    boolean telling = reason == InstallFailure.NOT_FOUND || reason == InstallFailure.OTHER;
    String line = PlainText.outputLine(reason.tellingLine(failed.lastLines())).strip();
    return said(
        reason.name(),
        telling && !line.isEmpty()
            ? remedy + " " + Texts.text("install.failure.words", line)
            : remedy);
  }

  private static InstallFailureText plain(String key) {
    return said(key, Texts.text("install.remedy." + key));
  }

  private static InstallFailureText said(String key, String remedy) {
    return new InstallFailureText(key, "", remedy);
  }

  /** Of texts that name what it is about, which may be anything. */
  private static InstallFailureText about(String key, String untrusted, String... untrustedWords) {
    Object[] harmless = Stream.of(untrustedWords).map(PlainText::line).toArray();
    return new InstallFailureText(
        key, PlainText.line(untrusted), Texts.text("install.remedy." + key, harmless));
  }
}
