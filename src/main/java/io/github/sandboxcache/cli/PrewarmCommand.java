package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.PrewarmDocument.Failed;
import io.github.sandboxcache.cli.PrewarmDocument.Missed;
import io.github.sandboxcache.cli.PrewarmDocument.Skipped;
import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.install.Prewarm.Estimate;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.PrewarmText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prewarm}: installs what sandboxes missed most. */
@Command(name = "prewarm", addMethodSubcommands = false)
final class PrewarmCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;

  @Option(names = "--top", paramLabel = "N")
  private Optional<Integer> top = Optional.empty();

  @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "prewarm-language")
  private List<String> languageNames = List.of();

  @Option(names = "--network", paramLabel = "NAME")
  private Optional<String> network = Optional.empty();

  @Option(names = "--dry-run", descriptionKey = "dry-run-prewarm")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  PrewarmCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    check(top.filter(count -> count < 1), "problem.top");
    check(network.filter(String::isBlank), "problem.network");
    Set<Language> languages =
        languageNames.stream().map(this::language).collect(Collectors.toSet());
    Session session = sessions.get();
    return session.withCache(
        (cache, interruption) -> prewarm(cache, session, languages, interruption),
        () ->
            say(
                PrewarmDocument.done(new Prewarm(List.of()), List.of(), PrewarmReport.NOTHING),
                List.of(),
                session.output()));
  }

  private void check(Optional<?> wrong, String key) {
    if (wrong.isPresent()) {
      throw new ParameterException(spec.commandLine(), HelpText.of(key));
    }
  }

  private Language language(String name) {
    return Language.parse(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), HelpText.of("problem.language-name", name)));
  }

  private int prewarm(
      CacheService cache, Session session, Set<Language> languages, Interruption interruption) {
    Overview seen =
        interruption.await(
            () -> session.reading().overview(cache, UsageRange.MONTH.endingAt(clock.instant())));
    if (seen.usage().isEmpty()) {
      return ExitCode.FAILED;
    }
    Prewarm missed = cache.installs().missed(seen.catalog());
    Prewarm wanted =
        languages.isEmpty()
            ? missed
            : missed.only(set -> languages.contains(set.reference().language()));
    List<MissedSet> chosen = wanted.top(top.orElse(Prewarm.DEFAULT_COUNT));
    if (dryRun) {
      return say(PrewarmDocument.announced(wanted, chosen), chosen, session.output());
    }
    PrewarmReport report;
    try (ProgressLine progress = session.output().progress()) {
      report =
          cache
              .installs()
              .prewarm(chosen, network, Origin.COMMAND_LINE, progress, interruption.cancellation());
    }
    return say(PrewarmDocument.done(wanted, chosen, report), chosen, session.output());
  }

  private static int say(PrewarmDocument document, List<MissedSet> chosen, Output output) {
    if (output.isJson()) {
      output.document(document);
    } else {
      print(document, chosen, output);
    }
    return document.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(PrewarmDocument did, List<MissedSet> chosen, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.outcome"),
            Texts.text("cli.column.language"),
            Texts.text("cli.column.packages"),
            Texts.text("cli.column.misses-right"),
            Texts.text("cli.column.waited-right"),
            Texts.text("cli.column.why"));
    Cell installed =
        new Cell(
            Texts.text(did.dryRun() ? "cli.prewarm.would" : "cli.prewarm.installed"), Style.GOOD);
    did.installed().forEach(set -> add(installed, set, Texts.text("none"), table));
    Cell failed = new Cell(Texts.text("cli.removal.failed"), Style.BAD);
    for (Failed each : did.failed()) {
      add(failed, each.set(), each.errors().getFirst(), table);
    }
    List<Skipped> missing = did.skipped().stream().filter(each -> !each.set().cached()).toList();
    Cell skipped = new Cell(Texts.text("cli.prewarm.skipped"), Style.FAINT);
    for (Skipped each : missing) {
      add(skipped, each.set(), each.explanation(), table);
    }
    Cell cached = new Cell(Texts.text("prewarm.cached"), Style.GOOD);
    did.skipped().stream()
        .map(Skipped::set)
        .filter(Missed::cached)
        .limit(Prewarm.DEFAULT_COUNT)
        .forEach(set -> add(cached, set, Texts.text("none"), table));
    if (!table.isEmpty()) {
      output.table(table);
    }
    output.line(
        Texts.text(
            did.dryRun() ? "cli.prewarm.summary-would" : "cli.prewarm.summary",
            did.installed().size(),
            missing.size(),
            did.failed().size()),
        Style.FAINT);
    if (did.dryRun() && !chosen.isEmpty()) {
      output.line(PrewarmText.of(Estimate.of(chosen)), Style.FAINT);
    }
  }

  private static void add(Cell outcome, Missed set, String why, Table table) {
    table.add(
        outcome,
        Cell.of(set.language()),
        Cell.of(packages(set)),
        Cell.of(Texts.text("number", set.misses())),
        Cell.of(waited(set.waitedMs())),
        Cell.of(PlainText.line(why)));
  }

  /** Where nobody told the packages, its key is all that tells a set from others. */
  private static String packages(Missed set) {
    List<String> packages = set.packages();
    return PlainText.line(packages == null ? set.reference() : String.join(", ", packages));
  }

  private static String waited(@Nullable Long ms) {
    return ms == null ? Texts.text("unknown") : RelativeTime.length(Duration.ofMillis(ms));
  }
}
