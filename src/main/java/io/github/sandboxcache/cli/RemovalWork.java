package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.RemovalDocument.Staying;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Removal;
import java.util.List;
import java.util.function.Function;

/**
 * What prune, clear and remove do.
 *
 * @param kind which of them
 * @param origin who asked; what nobody watches is told briefly, as logs like it
 * @param choose which of the listed images it is about
 * @param byUse whether the use of images decides, and so has to be known
 * @param dryRun whether to say only what would be done
 */
record RemovalWork(
    OperationKind kind,
    Origin origin,
    Function<Catalog, Choice> choose,
    boolean byUse,
    boolean dryRun) {
  /**
   * Which images a removal is about.
   *
   * @param policy says so
   * @param failed further names that were given and of which nothing is ever removed
   */
  record Choice(RemovalPolicy policy, List<Staying> failed) {}

  static RemovalWork of(RemovalPolicy policy, boolean dryRun) {
    return new RemovalWork(
        OperationKind.of(policy),
        Origin.COMMAND_LINE,
        _ -> new Choice(policy, List.of()),
        policy.goesByUse(),
        dryRun);
  }

  /** Removes, or says what would be removed. */
  int run(Session session) {
    return session.withCache(
        (cache, interruption) -> {
          if (byUse && !interruption.await(() -> session.reading().noteUses(cache))) {
            return ExitCode.FAILED;
          }
          return dryRun
              ? announce(cache, session, interruption)
              : remove(cache, session, interruption);
        },
        () ->
            say(
                RemovalPlan.NOTHING,
                RemovalReport.NOTHING,
                List.of(),
                Catalog.empty(ReferenceNaming.DOCKER),
                session.output()));
  }

  private int announce(CacheService cache, Session session, Interruption interruption) {
    Catalog catalog = interruption.await(() -> cache.measured(session.reading().list(cache)));
    Choice choice = choose.apply(catalog);
    Pins pins = cache.pins().read();
    if (pins instanceof Pins.Unreadable(PinTrouble trouble)) {
      throw new PinsException(trouble);
    }
    RemovalPlan plan = RemovalPlan.of(catalog, choice.policy(), pins, cache.recentUses());
    RemovalReport report = RemovalReport.announced(plan);
    return say(plan, report, choice.failed(), catalog, session.output());
  }

  private int remove(CacheService cache, Session session, Interruption interruption) {
    Catalog catalog;
    Choice choice;
    RemovalPlan plan;
    RemovalReport report;
    try (ProgressLine progress = session.output().progress();
        Removal removal =
            interruption.await(
                () ->
                    cache.removals().begin(kind, origin, progress, interruption.cancellation()))) {
      catalog = interruption.await(removal::catalog);
      choice = choose.apply(catalog);
      plan = interruption.await(() -> removal.plan(choice.policy()));
      report = removal.carryOut(plan, progress, interruption.cancellation());
    }
    return say(plan, report, choice.failed(), catalog.with(plan.layers()), session.output());
  }

  private int say(
      RemovalPlan plan,
      RemovalReport report,
      List<Staying> failed,
      Catalog catalog,
      Output output) {
    RemovalDocument document = RemovalDocument.of(dryRun, plan, report, failed);
    if (output.isJson()) {
      output.document(document);
      if (origin == Origin.AGENT) {
        RemovalText.printWhatStays(document, output);
      }
    } else {
      RemovalText.print(document, report, catalog, origin == Origin.AUTOMATIC, output);
    }
    return document.isComplete() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
