package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.registry.TransferNotes.Pulled;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Meanwhile;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.Inspection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: what is inside a cached image. */
@Command(name = "inspect", addMethodSubcommands = false)
final class InspectCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;
  private final Clock clock;

  @Parameters(index = "0", paramLabel = "IMAGE", descriptionKey = "image")
  private String image = "";

  @Option(names = "--files")
  private boolean files;

  InspectCommand(Supplier<Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Session session = sessions.get();
    return session.withCache(
        cache -> inspect(cache, session, new ImageInside(image, files, clock), new Cancellation()));
  }

  /**
   * What is asked for.
   *
   * @param image as an argument names it
   * @param files whether the largest files are told, too
   */
  record ImageInside(String image, boolean files, Clock clock) {}

  static int inspect(
      CacheService cache, Session session, ImageInside asked, Cancellation cancellation) {
    session.reading().noteUses(cache);
    Catalog listed = session.reading().list(cache);
    Output output = session.output();
    Optional<CachedImage> found = new ImageChoice(listed, output).find(asked.image());
    if (found.isEmpty()) {
      return ExitCode.FAILED;
    }
    Meanwhile<Catalog> known =
        Meanwhile.begin("measure", () -> cache.withPackages(cache.measured(listed)));
    Inspection inside;
    try (ProgressLine progress = output.progress()) {
      inside = cache.inspector().inspect(found.get(), known, progress, cancellation);
    }
    Catalog catalog = known.get();
    Optional<Pulled> origin =
        cache
            .transfers()
            .known(Optional.empty())
            .origin(found.get().reference(), found.get().image().id());
    InspectDocument document =
        InspectDocument.of(found.get(), inside, catalog, origin, asked.files());
    if (output.isJson()) {
      output.document(document);
    } else {
      Instant now = asked.clock().instant();
      new InspectText(document, found.get(), catalog, inside, origin, now, output).print();
    }
    return ExitCode.DONE;
  }
}
