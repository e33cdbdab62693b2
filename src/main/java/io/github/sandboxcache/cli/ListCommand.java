package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ls}: every cached and base image. */
final class ListCommand implements Callable<Integer> {
  private final EngineVerbs verbs;
  private final Clock clock;

  ListCommand(EngineVerbs verbs, Clock clock) {
    this.verbs = verbs;
    this.clock = clock;
  }

  /** It has no options of its own, so that there is nothing to be looked for in annotations. */
  CommandSpec spec() {
    return CommandSpec.wrapWithoutInspection(this, new PlainFactory()).name("ls");
  }

  @Override
  public Integer call() {
    return verbs.run(this::list);
  }

  private int list(CacheService service, Output output) {
    Catalog catalog = listed(service, output);
    Optional<UsageReport> usage = verbs.usage(TimeRange.ALL, catalog, service, output);
    Pins pins = service.pins().read();
    if (pins instanceof Pins.Unreadable unreadable) {
      int _ = PinProblem.notShown(unreadable.trouble(), output);
    }
    if (output.isJson()) {
      output.document(ImageDocument.of(catalog, usage, pins));
    } else {
      CatalogText.print(catalog, usage, pins, clock.instant(), output);
    }
    return ExitCode.DONE;
  }

  static Catalog listed(CacheService service, Output output) {
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("list", ""));
      Catalog catalog = service.list();
      if (catalog.snapshot().containers() instanceof Containers.Unknown(String reason)) {
        output.problem(Texts.text("cli.containers-unknown"));
        output.detail(reason);
      }
      return catalog;
    }
  }
}
