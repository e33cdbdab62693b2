package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code remote ls}: the cached images in the team's registry. */
@Command(name = "ls", addMethodSubcommands = false)
final class RemoteListCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;

  @Mixin private RegistryOption registry = new RegistryOption();

  @Spec private CommandSpec spec;

  RemoteListCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    RegistryAddress address = registry.address(session.settings().registry(), spec);
    return session.withCache(
        (cache, interruption) -> {
          try {
            return list(cache, session, address, interruption);
          } catch (RegistryException e) {
            return session.problems().registry(e);
          }
        },
        () -> ExitCode.FAILED);
  }

  private int list(
      CacheService cache, Session session, RegistryAddress address, Interruption interruption) {
    if (cache.engine().sample()) {
      return session.problems().sampleMoves();
    }
    Set<CacheReference> here = interruption.await(() -> session.reading().list(cache)).references();
    List<RemoteImage> images;
    try (ProgressLine progress = session.output().progress()) {
      List<CacheReference> there =
          cache.transfers().references(address, Language.KNOWN, interruption.cancellation());
      images = cache.transfers().look(there, address, progress, interruption.cancellation());
    }
    List<RemoteDocument> documents =
        images.stream()
            .sorted(Comparator.comparing(RemoteListCommand::age).reversed())
            .map(image -> RemoteDocument.of(image, here))
            .toList();
    if (session.output().isJson()) {
      session.output().document(documents);
    } else {
      print(documents, address, session.output());
    }
    return ExitCode.DONE;
  }

  /** What has no date counts as the oldest. */
  private static Instant age(RemoteImage image) {
    return image.content().flatMap(RemoteImage.Content::createdAt).orElse(Instant.MIN);
  }

  private void print(List<RemoteDocument> documents, RegistryAddress address, Output output) {
    Table table =
        new Table(
            Texts.text("cli.column.image"),
            Texts.text("cli.column.packed-right"),
            Texts.text("cli.column.created"),
            Texts.text("cli.column.here"),
            Texts.text("cli.column.packages"));
    for (RemoteDocument each : documents) {
      table.add(
          Cell.of(each.reference()),
          Cell.of(size(each)),
          Cell.of(RelativeTime.ago(each.created(), clock.instant())),
          Cell.of(Texts.text(each.here() ? "cli.remote.here" : "none")),
          Cell.of(packages(each)));
    }
    if (!table.isEmpty()) {
      output.table(table);
    }
    output.line(Texts.text("cli.remote.summary", documents.size(), address), Style.FAINT);
  }

  private static String size(RemoteDocument image) {
    Long bytes = image.packedBytes();
    return bytes == null ? Texts.text("unknown") : DecimalSize.of(bytes).toString();
  }

  private static String packages(RemoteDocument image) {
    return Optional.ofNullable(image.packages())
        .map(names -> PlainText.line(String.join(", ", names)))
        .orElseGet(() -> Texts.text("none"));
  }
}
