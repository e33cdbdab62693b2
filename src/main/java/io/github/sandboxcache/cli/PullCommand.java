package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.registry.TransferReport.Direction;
import io.github.sandboxcache.service.CacheService;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pull}: gets cached images from the team's registry. */
@Command(name = "pull", addMethodSubcommands = false)
final class PullCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Parameters(arity = "0..*", paramLabel = "IMAGE", descriptionKey = "remote-image")
  private List<String> images = List.of();

  @Option(names = "--all", descriptionKey = "pull-all")
  private boolean all;

  @Mixin private RegistryOption registry = new RegistryOption();

  @Spec private CommandSpec spec;

  PullCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    if (images.isEmpty() != all) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.pull-what"));
    }
    Session session = sessions.get();
    RegistryAddress address = registry.address(session.settings().registry(), spec);
    TransferPrint print = new TransferPrint(Direction.PULL, session.output());
    return session.withCache(
        (cache, interruption) -> pull(cache, session, address, print, interruption),
        () -> print.say(TransferDocument.nothing(address)));
  }

  private int pull(
      CacheService cache,
      Session session,
      RegistryAddress address,
      TransferPrint print,
      Interruption interruption) {
    if (cache.engine().sample()) {
      return session.problems().sampleMoves();
    }
    TransferChoice choice;
    try {
      choice = choice(() -> there(cache, address, interruption));
    } catch (RegistryException e) {
      return session.problems().registry(e);
    }
    TransferReport report;
    try (ProgressLine progress = session.output().progress()) {
      report =
          cache
              .transfers()
              .pull(
                  choice.images(),
                  address,
                  Origin.COMMAND_LINE,
                  progress,
                  interruption.cancellation());
    }
    return print.say(TransferDocument.of(report, choice.notMeant()));
  }

  private TransferChoice choice(Supplier<List<CacheReference>> there) {
    return all ? new TransferChoice(there.get(), List.of()) : TransferChoice.of(images, there);
  }

  private static List<CacheReference> there(
      CacheService cache, RegistryAddress address, Interruption interruption) {
    return cache.transfers().references(address, Language.KNOWN, interruption.cancellation());
  }
}
