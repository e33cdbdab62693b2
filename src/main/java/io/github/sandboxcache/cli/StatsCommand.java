package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.service.CacheStats.LanguageStats;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.usage.HitCount;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code stats}: the cache in numbers. */
@Command(name = "stats")
final class StatsCommand implements Callable<Integer> {
  private final EngineVerbs verbs;

  StatsCommand(EngineVerbs verbs) {
    this.verbs = verbs;
  }

  @Override
  public Integer call() {
    return verbs.run(StatsCommand::count);
  }

  private static int count(CacheService service, Output output) {
    CacheStats stats = service.stats(ListCommand.listed(service, output));
    if (output.isJson()) {
      output.document(StatsDocument.of(stats));
    } else {
      print(stats, output);
    }
    return ExitCode.DONE;
  }

  private static void print(CacheStats stats, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.language"),
            Texts.text("cli.column.images-right"),
            Texts.text("cli.column.size-right"),
            Texts.text("cli.column.hits-right"),
            Texts.text("cli.column.misses-right"),
            Texts.text("cli.column.hit-rate-right"));
    for (LanguageStats row : stats.languages()) {
      add(row.language().name(), row.images(), row.sizeBytes(), row.hitCount(), table);
    }
    add(Texts.text("cli.stats.all"), stats.images(), stats.sizeBytes(), stats.hitCount(), table);
    output.table(table);
    if (!stats.topPackages().isEmpty()) {
      List<String> names =
          stats.topPackages().stream()
              .map(p -> Texts.text("cli.stats.package", PlainText.line(p.name()), p.hits()))
              .toList();
      output.line(Texts.text("cli.stats.top", String.join(", ", names)), Style.PLAIN);
    }
  }

  private static void add(String name, int images, long bytes, HitCount hits, Table table) {
    table.add(
        Cell.of(name),
        Cell.of(Texts.text("number", images)),
        Cell.of(DecimalSize.of(bytes).toString()),
        Cell.of(Texts.text("number", hits.hits())),
        Cell.of(Texts.text("number", hits.misses())),
        Cell.of(Percent.of(hits.ratePercent())));
  }
}
