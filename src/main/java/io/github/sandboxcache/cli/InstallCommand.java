package io.github.sandboxcache.cli;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.install.InstallRequest;
import io.github.sandboxcache.install.InstallResult;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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

  @Spec private CommandSpec spec;

  InstallCommand(EngineVerbs verbs, Clock clock) {
    this.verbs = verbs;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    InstallRequest request = new InstallRequest(language(), packages, base, network);
    return verbs.run((service, output) -> install(request, service, output));
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

  private int install(InstallRequest request, CacheService service, Output output) {
    try (Interruption interruption = new Interruption()) {
      InstallResult result = run(request, service, output, interruption);
      if (output.isJson()) {
        output.document(InstallDocument.of(result));
      } else {
        print(request, result, output);
      }
      return result.successful() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  /** Every outcome has its document, so an engine that refuses or is lost is a failed install. */
  private InstallResult run(
      InstallRequest request, CacheService service, Output output, Interruption interruption) {
    Instant start = clock.instant();
    try (ProgressLine progress = output.progress()) {
      service.removeLeftovers();
      return service.install(request, progress, interruption.cancellation());
    } catch (CancellationException _) {
      return failed(start, Texts.text("cli.install.cancelled"));
    } catch (EngineException e) {
      return failed(start, String.valueOf(e.getMessage()));
    }
  }

  private InstallResult failed(Instant start, String error) {
    return InstallResult.failed(Duration.between(start, clock.instant()), List.of(error));
  }

  private static void print(InstallRequest request, InstallResult result, Output output) {
    String time = RelativeTime.length(result.duration());
    if (result.successful()) {
      String key = result.cached() ? "cli.install.hit" : "cli.install.done";
      output.line(Texts.text(key, request.reference(), time), Style.GOOD);
    } else {
      output.problem(Texts.text("cli.install.failed"));
      result.errors().forEach(line -> output.detail(PlainText.outputLine(line)));
    }
  }
}
