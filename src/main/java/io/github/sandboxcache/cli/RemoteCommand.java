package io.github.sandboxcache.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code remote}: what is in the team's registry; does nothing by itself. */
@Command(name = "remote", addMethodSubcommands = false)
final class RemoteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), HelpText.of("problem.remote-what"));
  }
}
