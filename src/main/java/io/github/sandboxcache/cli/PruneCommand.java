package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.RangeOptions.TimeArgument;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Rule;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.text.Texts;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prune}: removes what a rule does not keep; by itself, all but the newest. */
@Command(name = "prune", addMethodSubcommands = false)
final class PruneCommand implements Callable<Integer> {
  private static final Pattern COUNT = Pattern.compile("[0-9]+");
  private static final BigInteger MAX_COUNT = BigInteger.valueOf(Integer.MAX_VALUE);

  private final Supplier<Session> sessions;
  private final Clock clock;

  @Option(names = "--keep", paramLabel = "N")
  private Optional<String> keep = Optional.empty();

  @Option(names = "--keep-used", paramLabel = "N")
  private Optional<String> keepUsed = Optional.empty();

  @Option(
      names = "--unused-for",
      paramLabel = "TIME",
      descriptionKey = "prune-unused-for",
      converter = TimeArgument.Converter.class)
  private Optional<TimeArgument> unusedFor = Optional.empty();

  @Option(names = "--budget", paramLabel = "SIZE", converter = SizeArgument.WithUnit.class)
  private Optional<Long> budget = Optional.empty();

  @Option(names = "--policy-from-settings")
  private boolean fromSettings;

  @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "prune-language")
  private List<String> languages = List.of();

  @Option(names = "--except", paramLabel = "IMAGE")
  private List<String> except = List.of();

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  PruneCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Optional<Rule> given = rule();
    Set<Language> only = languages.stream().map(this::language).collect(Collectors.toSet());
    Session session = sessions.get();
    if (fromSettings) {
      return pruneAsApproved(given, only, session);
    }
    if (given.isEmpty() && !session.knowsKeepNewest()) {
      return ExitCode.FAILED;
    }
    Rule rule = given.orElseGet(() -> new KeepNewest(session.settings().keepNewest()));
    return new RemovalWork(
            OperationKind.PRUNE,
            Origin.COMMAND_LINE,
            new PruneChoice(rule, only, except),
            rule.goesByUse(),
            dryRun)
        .run(session);
  }

  /**
   * For timers, which nobody watches: by the rule that the user let run by itself, or not at all.
   */
  private int pruneAsApproved(Optional<Rule> given, Set<Language> only, Session session) {
    if (given.isPresent()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.prune-rules"));
    }
    Optional<Rule> approved = session.settings().approvedRule();
    if (approved.isEmpty()) {
      session.output().problem(Texts.text("cli.prune.not-approved"));
      return ExitCode.NOT_APPROVED;
    }
    return new RemovalWork(
            OperationKind.PRUNE,
            Origin.AUTOMATIC,
            new PruneChoice(approved.get(), only, except),
            true,
            dryRun)
        .run(session);
  }

  /** The rule that the options name. */
  private Optional<Rule> rule() {
    List<Rule> rules =
        Stream.<Optional<Rule>>of(
                keep.map(text -> new KeepNewest(count("--keep", text))),
                keepUsed.map(text -> new KeepUsed(count("--keep-used", text))),
                unusedFor.map(time -> new UnusedFor(span(time))),
                budget.map(Budget::new))
            .flatMap(Optional::stream)
            .toList();
    if (rules.size() > 1) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.prune-rules"));
    }
    return rules.stream().findFirst();
  }

  /** Read strictly: a number that could be misread must not decide what is removed. */
  private int count(String option, String text) {
    if (!COUNT.matcher(text).matches()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.keep", option, text));
    }
    return new BigInteger(text).min(MAX_COUNT).intValueExact();
  }

  private Duration span(TimeArgument time) {
    Instant now = clock.instant();
    Duration span = Duration.between(time.from(now), now);
    if (span.isNegative() || span.isZero()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.unused-for"));
    }
    return span;
  }

  private Language language(String name) {
    return Language.parse(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), HelpText.of("problem.prune-language", name)));
  }
}
