package io.github.sandboxcache.cli;

import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.cli.RemovalDocument.Staying;
import io.github.sandboxcache.pins.PinTrouble;
import io.github.sandboxcache.pins.Pins;
import io.github.sandboxcache.pins.PinsException;
import io.github.sandboxcache.removal.RemovalPlan;
import io.github.sandboxcache.removal.RemovalPolicy;
import io.github.sandboxcache.removal.RemovalReport;
import io.github.sandboxcache.service.CacheService;
import java.util.List;
import java.util.function.Function;

/**
 * What prune, clear and remove do.
 *
 * @param choose which of the listed images it is about
 * @param dryRun whether to say only what would be done
 */
record RemovalWork(Function<Catalog, Choice> choose, boolean dryRun) implements EngineVerbs.Work {
  /**
   * Which images a removal is about.
   *
   * @param policy says so
   * @param kept further names that were given and of which nothing is ever removed
   * @param failed further names that were given and mean no image
   */
  record Choice(RemovalPolicy policy, List<Staying> kept, List<Staying> failed) {}

  static RemovalWork of(RemovalPolicy policy, boolean dryRun) {
    return new RemovalWork(_ -> new Choice(policy, List.of(), List.of()), dryRun);
  }

  @Override
  public int run(CacheService service, Output output) {
    Catalog catalog = ListCommand.listed(service, output);
    Choice choice = choose.apply(catalog);
    Pins pins = service.pins().read();
    if (pins instanceof Pins.Unreadable(PinTrouble trouble)) {
      throw new PinsException(trouble);
    }
    RemovalPlan plan = RemovalPlan.of(catalog, choice.policy(), pins);
    RemovalReport report =
        dryRun
            ? new RemovalReport(plan.removals(), plan.kept(), List.of())
            : remove(plan, catalog, service, output);
    RemovalDocument document = RemovalDocument.of(dryRun, report, choice);
    if (output.isJson()) {
      output.document(document);
    } else {
      RemovalText.print(document, catalog, output);
    }
    return document.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static RemovalReport remove(
      RemovalPlan plan, Catalog catalog, CacheService service, Output output) {
    try (Interruption interruption = new Interruption();
        ProgressLine progress = output.progress()) {
      return service.remove(plan, () -> catalog, progress, interruption.cancellation());
    }
  }
}
