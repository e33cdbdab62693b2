package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemotePrune;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code remote prune}: removes from the team's registry what a rule does not keep. */
@Command(name = "prune", addMethodSubcommands = false)
final class RemotePruneCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;

  @Option(names = "--keep", paramLabel = "N", descriptionKey = "remote-keep")
  private Optional<Integer> keep = Optional.empty();

  @Option(
      names = "--older-than",
      paramLabel = "TIME",
      converter = RangeOptions.TimeArgument.Converter.class)
  private Optional<RangeOptions.TimeArgument> olderThan = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "SIZE",
      descriptionKey = "remote-budget",
      converter = SizeArgument.WithUnit.class)
  private Optional<Long> budget = Optional.empty();

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--yes", descriptionKey = "remote-yes")
  private boolean yes;

  @Mixin private RegistryOption registry = new RegistryOption();

  @Spec private CommandSpec spec;

  RemotePruneCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    int rules = (keep.isPresent() ? 1 : 0) + (olderThan.isPresent() ? 1 : 0);
    if (rules + (budget.isPresent() ? 1 : 0) != 1 || keep.filter(n -> n < 0).isPresent()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.remote-rule"));
    }
    if (yes == dryRun) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.remote-yes"));
    }
    Session session = sessions.get();
    RegistryAddress address = registry.address(session.settings().registry(), spec);
    return session.withCache(
        (cache, interruption) -> {
          try {
            return prune(cache, session, address, interruption);
          } catch (RegistryException e) {
            return session.problems().registry(e);
          }
        },
        () -> ExitCode.FAILED);
  }

  private int prune(
      CacheService cache, Session session, RegistryAddress address, Interruption interruption) {
    if (cache.engine().sample()) {
      return session.problems().sampleMoves();
    }
    RemotePrune plan;
    List<RemotePrune.Removal> did = List.of();
    try (ProgressLine progress = session.output().progress()) {
      List<CacheReference> there =
          cache.transfers().references(address, Language.KNOWN, interruption.cancellation());
      plan =
          plan(
              cache.transfers().look(there, address, progress, interruption.cancellation()), cache);
      if (!dryRun) {
        did = cache.transfers().remove(plan.removed(), progress, interruption.cancellation());
      }
    }
    RemotePruneDocument document = RemotePruneDocument.of(address, dryRun, plan, did);
    if (session.output().isJson()) {
      session.output().document(document);
    } else {
      print(document, session.output());
    }
    return document.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private RemotePrune plan(List<RemoteImage> images, CacheService cache) {
    if (keep.isPresent()) {
      return RemotePrune.keepNewest(images, keep.get());
    }
    if (olderThan.isPresent()) {
      return RemotePrune.olderThan(images, olderThan.get().from(clock.instant()));
    }
    UsageReport usage = cache.usage().report(TimeRange.ALL);
    return RemotePrune.within(
        images, budget.orElse(Long.MAX_VALUE), image -> usage.of(image).count().hits());
  }

  private void print(RemotePruneDocument did, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.outcome"),
            Texts.text("cli.column.image"),
            Texts.text("cli.column.packed-right"),
            Texts.text("cli.column.created"),
            Texts.text("cli.column.why"));
    Cell gone =
        new Cell(
            Texts.text(did.dryRun() ? "cli.removal.would-go" : "cli.removal.gone"), Style.CAREFUL);
    for (RemotePruneDocument.Removed each : did.removed()) {
      table.add(
          gone,
          Cell.of(each.reference()),
          Cell.of(DecimalSize.of(each.packedBytes()).toString()),
          Cell.of(RelativeTime.ago(created(each), clock.instant())),
          Cell.of(""));
    }
    for (RemotePruneDocument.Failed each : did.failed()) {
      table.add(
          new Cell(Texts.text("cli.removal.failed"), Style.BAD),
          Cell.of(each.reference()),
          Cell.of(""),
          Cell.of(""),
          Cell.of(PlainText.line(each.explanation())));
    }
    if (!table.isEmpty()) {
      output.table(table);
    }
    output.line(
        Texts.text(
            did.dryRun() ? "cli.remote.prune.would" : "cli.remote.prune.did",
            did.removed().size(),
            did.kept(),
            did.failed().size(),
            DecimalSize.of(did.freesBytes())),
        Style.FAINT);
  }

  private static Optional<Instant> created(RemotePruneDocument.Removed removed) {
    return Optional.ofNullable(removed.createdAt()).map(Instant::parse);
  }
}
