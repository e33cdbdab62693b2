package io.github.sandboxcache.cli;

import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.removal.RemovalPlan;
import io.github.sandboxcache.removal.RemovalPolicy;
import io.github.sandboxcache.removal.RemovalReport;
import io.github.sandboxcache.service.CacheService;
import java.util.List;

/**
 * What prune and clear do.
 *
 * @param policy which images it is about
 * @param dryRun whether to say only what would be done
 */
record RemovalWork(RemovalPolicy policy, boolean dryRun) implements EngineVerbs.Work {
  @Override
  public int run(CacheService service, Output output) {
    Catalog catalog = ListCommand.listed(service, output);
    RemovalPlan plan = RemovalPlan.of(catalog, policy);
    RemovalReport report =
        dryRun
            ? new RemovalReport(plan.removals(), plan.kept(), List.of())
            : remove(plan, catalog, service, output);
    if (output.isJson()) {
      output.document(RemovalDocument.of(dryRun, report));
    } else {
      RemovalText.print(dryRun, report, output);
    }
    return report.successful() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static RemovalReport remove(
      RemovalPlan plan, Catalog catalog, CacheService service, Output output) {
    try (Interruption interruption = new Interruption();
        ProgressLine progress = output.progress()) {
      return service.remove(plan, () -> catalog, progress, interruption.cancellation());
    }
  }
}
