package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.InstallResult.Remains;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code install}: brings packages into the cache. */
@Command(name = "install", addMethodSubcommands = false)
final class InstallCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;

  @Parameters(
      index = "0",
      paramLabel = "LANGUAGE",
      descriptionKey = "language",
      completionCandidates = LanguageNames.class)
  private String languageName = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "PACKAGE", descriptionKey = "package")
  private List<String> packages = List.of();

  @Option(names = "--base", paramLabel = "IMAGE")
  private Optional<String> base = Optional.empty();

  @Option(names = "--network", paramLabel = "NAME")
  private Optional<String> network = Optional.empty();

  @Option(names = "--time-limit", paramLabel = "MINUTES")
  private Optional<Integer> minutes = Optional.empty();

  @Spec private CommandSpec spec;

  InstallCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return new Work(request(), Origin.COMMAND_LINE, sessions.get(), clock, clock.instant()).run();
  }

  private InstallRequest request() {
    check(base.filter(String::isBlank), "problem.base");
    check(network.filter(String::isBlank), "problem.network");
    check(
        minutes.filter(number -> number < 1 || number > InstallSettings.MAX_MINUTES),
        "problem.time-limit");
    return new InstallRequest(
        language(), packages, base, network, minutes.map(Duration::ofMinutes));
  }

  private void check(Optional<?> wrong, String key) {
    if (wrong.isPresent()) {
      throw new ParameterException(spec.commandLine(), HelpText.of(key));
    }
  }

  private Language language() {
    return Language.parse(languageName)
        .filter(Language::isKnown)
        .orElseThrow(
            () -> new ParameterException(spec.commandLine(), LanguageNames.problem(languageName)));
  }

  /**
   * The document of {@code install}.
   *
   * @param success whether the image is there now
   * @param cached whether it was there before, so that nothing ran
   * @param durationMs how long it took, in milliseconds
   * @param installedPackages the packages in the image; empty after a failure
   * @param reference the image; null after a failure
   * @param errors why it failed; empty on success
   * @param warnings what is to be known of it, such as that the sandbox never looks for it
   */
  record Document(
      boolean success,
      boolean cached,
      long durationMs,
      List<String> installedPackages,
      @Nullable String reference,
      List<String> errors,
      List<String> warnings) {

    static Document of(InstallResult result) {
      return new Document(
          result.successful(),
          result.cached(),
          result.duration().toMillis(),
          result.installedPackages(),
          result.reference().map(CacheReference::toString).orElse(null),
          InstallText.errors(result),
          InstallText.warnings(result));
    }
  }

  /**
   * Every outcome has its document: an interruption, and an engine that refuses or is lost.
   *
   * @param origin who asked; an agent is told what failed in words, too
   */
  record Work(InstallRequest request, Origin origin, Session session, Clock clock, Instant start) {
    int run() {
      return session.withCache(
          this::install, () -> say(failed(new InstallProblem.Cancelled(), new Remains.Nothing())));
    }

    private int install(CacheService cache, Interruption interruption) {
      InstallResult result;
      try (ProgressLine progress = session.output().progress()) {
        result = cache.installs().install(request, origin, progress, interruption.cancellation());
      } catch (EngineException e) {
        result =
            failed(
                new InstallProblem.EngineFailed(String.valueOf(e.getMessage())),
                new Remains.Unknown());
      }
      return say(result);
    }

    private InstallResult failed(InstallProblem problem, Remains remains) {
      Duration elapsed = Duration.between(start, clock.instant());
      return InstallResult.failed(elapsed, List.of(problem), remains);
    }

    private int say(InstallResult result) {
      Output output = session.output();
      InstallText.warnings(result).forEach(output::detail);
      if (output.isJson()) {
        output.document(Document.of(result));
      }
      if (!output.isJson() && result.successful()) {
        String key = result.cached() ? "cli.install.hit" : "cli.install.done";
        String time = RelativeTime.length(result.duration());
        output.line(Texts.text(key, request.reference(), time), Style.GOOD);
      }
      if (!result.successful() && (!output.isJson() || origin == Origin.AGENT)) {
        output.problem(
            Texts.text(
                switch (result.remains()) {
                  case Remains.Nothing _ -> "cli.install.failed";
                  case Remains.Container _ -> "cli.install.failed.left";
                  case Remains.Unknown _ -> "cli.install.failed.unknown";
                }));
        InstallText.errors(result).forEach(output::detail);
      }
      return result.successful() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }
}
