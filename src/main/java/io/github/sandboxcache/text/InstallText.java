package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.install.InstallFailure;
import io.github.sandboxcache.domain.install.InstallNotice;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.InstallResult.Remains;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.task.TaskNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of an install, in words: first what happened and what to do, then what others wrote,
 * made harmless.
 */
public final class InstallText {
  private InstallText() {}

  /** Why it failed: sentences first, then the package manager's own last lines. */
  public static List<String> errors(InstallResult result) {
    List<String> errors = new ArrayList<>();
    result.problems().forEach(problem -> errors.addAll(of(problem)));
    if (result.remains() instanceof Remains.Container(InstallNotice.ContainerLeft left)) {
      errors.add(of(left));
    }
    return List.copyOf(errors);
  }

  /** The sentence that says what happened and what to do; empty when nothing failed. */
  public static String summary(InstallResult result) {
    return errors(result).stream().findFirst().orElse("");
  }

  /** What else the user should know, a sentence each. */
  public static List<String> warnings(InstallResult result) {
    return result.warnings().stream().map(InstallText::of).toList();
  }

  /** Why the sandbox will not find an image of those packages. */
  public static String neverHit(List<String> names) {
    return Texts.text("install.warning.never-hit", PlainText.line(String.join(", ", names)));
  }

  /** What a task has to say. */
  public static String of(TaskNotice notice) {
    return notice instanceof InstallNotice install ? notice(install) : String.valueOf(notice);
  }

  private static String notice(InstallNotice notice) {
    return switch (notice) {
      case InstallNotice.Shared _ -> Texts.text("install.shared");
      case InstallNotice.WaitingForOthers _ -> Texts.text("install.waiting");
      case InstallNotice.NotCounted _ -> Texts.text("install.not-counted");
      case InstallNotice.NeverHit refused -> neverHit(refused.names());
      case InstallNotice.HostNetwork _ -> Texts.text("install.warning.host-network");
      case InstallNotice.VersionsGone _ -> Texts.text("install.versions-gone");
      case InstallNotice.OtherBase other ->
          Texts.text(
              "install.warning.other-base",
              other.reference(),
              PlainText.line(other.made()),
              PlainText.line(other.wanted()));
      case InstallNotice.FromRegistry(RemoteReference name) ->
          Texts.text("install.from-registry", name.registry());
      case InstallNotice.NotPulled(RegistryAddress registry, TransferProblem problem) ->
          Texts.text("install.not-pulled", registry, TransferText.of(problem));
      case InstallNotice.Failed(InstallProblem problem) -> of(problem).getFirst();
      case InstallNotice.ContainerLeft left ->
          Texts.text("install.failed.left", left.container(), PlainText.line(left.engineWords()));
    };
  }

  private static List<String> of(InstallProblem problem) {
    return switch (problem) {
      case InstallProblem.BadPackage bad ->
          List.of(PackageProblemText.of(bad.language(), bad.problem()));
      case InstallProblem.CommandFailed failed -> command(failed);
      case InstallProblem.OutOfMemory memory ->
          withLines(
              text("memory", PlainText.line(memory.commandLine()), memory.exitCode()),
              memory.lastLines());
      case InstallProblem.Killed killed ->
          withLines(
              text("killed", PlainText.line(killed.commandLine()), killed.exitCode()),
              killed.lastLines());
      case InstallProblem.ContainerEnded ended ->
          withLines(
              text("container-ended", PlainText.line(ended.commandLine())), ended.lastLines());
      case InstallProblem.UnknownPackage(String name) ->
          List.of(text("unknown-package", PlainText.line(name)));
      case InstallProblem.NoTool none ->
          withLines(
              text("no-tool", PlainText.line(none.baseImage()), String.join(", ", none.tools())),
              none.lastLines());
      case InstallProblem.NoBaseImage none -> List.of(text("no-base", none.language().name()));
      case InstallProblem.VolumeOverTarget over ->
          List.of(text("volume", PlainText.line(over.baseImage()), PlainText.line(over.volume())));
      case InstallProblem.LimitsTooLow(ResourceLimits limits) -> List.of(limits(limits));
      case InstallProblem.TimeLimitReached reached ->
          List.of(text("time-limit", RelativeTime.length(reached.limit())));
      case InstallProblem.Cancelled _ -> List.of(text("cancelled"));
      case InstallProblem.UnreadableCaBundle bundle ->
          List.of(text("ca-bundle", PlainText.line(bundle.file().toString())));
      case InstallProblem.NoPull pull ->
          List.of(
              text("pull", PlainText.line(pull.baseImage()), PlainText.line(pull.engineWords())));
      case InstallProblem.Refused(String words) -> List.of(text("refused", PlainText.line(words)));
      case InstallProblem.EngineFailed(String words) -> List.of(PlainText.outputLine(words));
    };
  }

  private static List<String> command(InstallProblem.CommandFailed failed) {
    InstallFailure reason = failed.reason();
    String summary = Texts.text("install.failure." + reason);
    String telling = PlainText.outputLine(reason.tellingLine(failed.lastLines()));
    if (!telling.isEmpty()) {
      summary += " " + Texts.text("install.failure.words", telling);
    }
    String command = text("command", PlainText.line(failed.commandLine()), failed.exitCode());
    return Stream.concat(Stream.of(summary, command), harmless(failed.lastLines())).toList();
  }

  private static String limits(ResourceLimits limits) {
    return text(
        "limits",
        DecimalSize.of(limits.memoryBytes()),
        DecimalSize.of(ResourceLimits.MIN_MEMORY_BYTES),
        limits.processes(),
        ResourceLimits.MIN_PROCESSES);
  }

  private static List<String> withLines(String reason, List<String> lastLines) {
    return Stream.concat(Stream.of(reason), harmless(lastLines)).toList();
  }

  /** A line of colours alone says nothing. */
  private static Stream<String> harmless(List<String> lines) {
    return lines.stream().map(PlainText::outputLine).filter(line -> !line.isBlank());
  }

  private static String text(String problem, Object... arguments) {
    return Texts.text("install.failed." + problem, arguments);
  }
}
