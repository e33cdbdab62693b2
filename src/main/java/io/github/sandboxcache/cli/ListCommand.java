package io.github.sandboxcache.cli;

import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.task.Progress;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ls}: every cached and base image. */
@Command(name = "ls")
final class ListCommand implements Callable<Integer> {
  private final EngineVerbs verbs;
  private final Clock clock;

  ListCommand(EngineVerbs verbs, Clock clock) {
    this.verbs = verbs;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return verbs.run(this::list);
  }

  private int list(CacheService service, Output output) {
    Catalog catalog = listed(service, output);
    if (output.isJson()) {
      output.document(ImageDocument.of(catalog));
    } else {
      CatalogText.print(catalog, clock.instant(), output);
    }
    return ExitCode.DONE;
  }

  static Catalog listed(CacheService service, Output output) {
    try (ProgressLine progress = output.progress()) {
      progress.onProgress(Progress.of("list", ""));
      return service.list();
    }
  }
}
