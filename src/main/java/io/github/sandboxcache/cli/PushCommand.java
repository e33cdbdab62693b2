package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.registry.TransferReport.Direction;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Overview;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code push}: sends cached images to the team's registry. */
@Command(name = "push", addMethodSubcommands = false)
final class PushCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Parameters(arity = "0..*", paramLabel = "IMAGE", descriptionKey = "image")
  private List<String> images = List.of();

  @Option(names = "--all", descriptionKey = "push-all")
  private boolean all;

  @Option(names = "--min-hits", paramLabel = "N")
  private Optional<Long> minHits = Optional.empty();

  @Option(names = "--with-session-files")
  private boolean withSessionFiles;

  @Mixin private RegistryOption registry = new RegistryOption();

  @Spec private CommandSpec spec;

  PushCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    check();
    Session session = sessions.get();
    RegistryAddress address = registry.address(session.settings().registry(), spec);
    TransferPrint print = new TransferPrint(Direction.PUSH, session.output());
    return session.withCache(
        (cache, interruption) -> push(cache, session, address, print, interruption),
        () -> print.say(TransferDocument.nothing(address)));
  }

  private void check() {
    int ways = (images.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (minHits.isPresent() ? 1 : 0);
    if (ways != 1) {
      throw wrong("problem.push-what");
    }
    if (minHits.filter(hits -> hits < 1).isPresent()) {
      throw wrong("problem.min-hits");
    }
    if (withSessionFiles && images.isEmpty()) {
      throw wrong("problem.session-files");
    }
  }

  private ParameterException wrong(String key) {
    return new ParameterException(spec.commandLine(), HelpText.of(key));
  }

  private int push(
      CacheService cache,
      Session session,
      RegistryAddress address,
      TransferPrint print,
      Interruption interruption) {
    if (cache.engine().sample()) {
      return session.problems().sampleMoves();
    }
    Optional<UsageReport> usage = Optional.empty();
    Catalog catalog;
    if (minHits.isPresent()) {
      Overview seen = interruption.await(() -> session.reading().overview(cache, TimeRange.ALL));
      if (seen.usage().isEmpty()) {
        return ExitCode.FAILED;
      }
      usage = seen.usage();
      catalog = seen.catalog();
    } else {
      catalog = interruption.await(() -> session.reading().list(cache));
    }
    TransferChoice choice = choice(catalog, usage);
    TransferReport report;
    try (ProgressLine progress = session.output().progress()) {
      report =
          cache
              .transfers()
              .push(
                  choice.images(),
                  address,
                  () -> catalog,
                  withSessionFiles,
                  Origin.COMMAND_LINE,
                  progress,
                  interruption.cancellation());
    }
    return print.say(TransferDocument.of(report, choice.notMeant()));
  }

  private TransferChoice choice(Catalog catalog, Optional<UsageReport> usage) {
    List<CacheReference> cached =
        catalog.cached().stream().map(CachedImage::reference).distinct().toList();
    if (!images.isEmpty()) {
      return TransferChoice.of(images, () -> cached);
    }
    return new TransferChoice(
        cached.stream()
            .filter(
                each ->
                    usage.stream()
                        .allMatch(report -> report.of(each).count().hits() >= minHits.orElse(0L)))
            .toList(),
        List.of());
  }
}
