package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prune}: removes all but the newest images of each language. */
@Command(name = "prune", addMethodSubcommands = false)
final class PruneCommand implements Callable<Integer> {
  private static final Pattern COUNT = Pattern.compile("[0-9]+");
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private final Supplier<Session> sessions;

  @Option(names = "--keep", paramLabel = "N")
  private Optional<String> keep = Optional.empty();

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  PruneCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    Optional<Integer> given = keep.map(this::count);
    Session session = sessions.get();
    if (given.isEmpty() && !session.knowsKeepNewest()) {
      return ExitCode.FAILED;
    }
    int count = given.orElseGet(() -> session.settings().keepNewest());
    return RemovalWork.of("prune", new RemovalPolicy.KeepNewest(count), dryRun).run(session);
  }

  /** Read strictly: a number that could be misread must not decide what is removed. */
  private int count(String text) {
    if (!COUNT.matcher(text).matches()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.keep", text));
    }
    return new BigInteger(text).min(MOST).intValueExact();
  }
}
