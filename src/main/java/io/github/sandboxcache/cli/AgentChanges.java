package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.AgentTools.Policy;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Rule;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an agent changes in the cache, or is told it would change. */
record AgentChanges(Session session, Clock clock) {
  /** Longer than any cache is old. */
  private static final long MAX_DAYS = 36_500;

  int install(String languageName, List<String> packages, Optional<Duration> timeLimit) {
    Optional<Language> language = LanguageNames.find(languageName, session.output());
    if (language.isEmpty()) {
      return ExitCode.WRONG_USAGE;
    }
    InstallRequest request =
        new InstallRequest(language.get(), packages, Optional.empty(), Optional.empty(), timeLimit);
    return new InstallCommand.Work(request, Origin.AGENT, session, clock, clock.instant()).run();
  }

  int prune(Policy policy, boolean dryRun) {
    Set<Language> only = new HashSet<>();
    for (String name : policy.languages()) {
      Optional<Language> language = LanguageNames.find(name, session.output());
      if (language.isEmpty()) {
        // Without it, the images of all languages would be meant.
        return ExitCode.WRONG_USAGE;
      }
      only.add(language.get());
    }
    Optional<Rule> rule = rule(policy);
    if (rule.isEmpty()) {
      session.output().problem(HelpText.of("problem.agent-policy", policy.rule(), policy.value()));
      return ExitCode.WRONG_USAGE;
    }
    return new RemovalWork(
            OperationKind.PRUNE,
            Origin.AGENT,
            new PruneChoice(rule.get(), only, policy.except()),
            rule.get().goesByUse(),
            dryRun)
        .run(session);
  }

  private static Optional<Rule> rule(Policy policy) {
    long value = policy.value();
    int count = Math.clamp(value, 0, Integer.MAX_VALUE);
    if (value < 0) {
      return Optional.empty();
    }
    return switch (policy.rule()) {
      case "keep-newest" -> Optional.of(new KeepNewest(count));
      case "keep-used" -> Optional.of(new KeepUsed(count));
      case "unused-for-days" ->
          value == 0
              ? Optional.empty()
              : Optional.of(new UnusedFor(Duration.ofDays(Math.min(value, MAX_DAYS))));
      case "budget-bytes" -> Optional.of(new Budget(value));
      default -> Optional.empty();
    };
  }
}
