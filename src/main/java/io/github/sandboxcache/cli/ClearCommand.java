package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clear}: removes every cached image. */
@Command(name = "clear", addMethodSubcommands = false)
final class ClearCommand implements Callable<Integer> {
  private final Supplier<Session> sessions;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--yes")
  private boolean yes;

  @Spec private CommandSpec spec;

  ClearCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    if (!yes && !dryRun) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.clear-without-yes"));
    }
    return RemovalWork.of(new RemovalPolicy.Everything(), dryRun).run(sessions.get());
  }
}
