package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineException;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code install}: brings packages into the cache. */
@Command(name = "install", addMethodSubcommands = false)
final class InstallCommand implements Callable<Integer> {
  private final EngineVerbs verbs;
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

  InstallCommand(EngineVerbs verbs, Clock clock) {
    this.verbs = verbs;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return verbs.run(new Work(request(), clock, clock.instant()));
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
            () ->
                new ParameterException(
                    spec.commandLine(),
                    HelpText.of(
                        "problem.language",
                        languageName,
                        String.join(", ", Language.KNOWN.stream().map(Language::name).toList()))));
  }

  /** Every outcome has its document: an interruption, and an engine that refuses or is lost. */
  private record Work(InstallRequest request, Clock clock, Instant start)
      implements EngineVerbs.ReportingWork {
    @Override
    public int run(CacheService service, Output output, Interruption interruption) {
      InstallResult result;
      try (ProgressLine progress = output.progress()) {
        result = service.install(request, progress, interruption.cancellation());
      } catch (EngineException e) {
        InstallProblem problem = new InstallProblem.EngineFailed(String.valueOf(e.getMessage()));
        result = InstallResult.failed(elapsed(), List.of(problem), new Remains.Unknown());
      }
      return say(result, output);
    }

    private Duration elapsed() {
      return Duration.between(start, clock.instant());
    }

    @Override
    public int interrupted(Output output) {
      InstallProblem problem = new InstallProblem.Cancelled();
      return say(InstallResult.failed(elapsed(), List.of(problem)), output);
    }

    private int say(InstallResult result, Output output) {
      InstallText.warnings(result).forEach(output::detail);
      if (output.isJson()) {
        output.document(InstallDocument.of(result));
      } else if (result.successful()) {
        String key = result.cached() ? "cli.install.hit" : "cli.install.done";
        String time = RelativeTime.length(result.duration());
        output.line(Texts.text(key, request.reference(), time), Style.GOOD);
      } else {
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
