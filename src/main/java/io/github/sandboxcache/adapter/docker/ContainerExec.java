package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.model.StreamType;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.task.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Runs one command in a running container and reads what it prints. */
final class ContainerExec {
  private static final int END_CHECKS = 50;
  private static final Duration BETWEEN_END_CHECKS = Duration.ofMillis(100);

  private final EngineConnection engine;
  private final String containerId;

  ContainerExec(EngineConnection engine, String containerId) {
    this.engine = engine;
    this.containerId = containerId;
  }

  int run(ContainerCommand command, Consumer<String> onLine, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    String exec = create(command);
    return engine.apart(
        Patience.DURING_ANSWER,
        cancellation,
        own -> {
          follow(own, exec, onLine);
          cancellation.throwIfCancelled();
          return exitCode(exec, cancellation);
        });
  }

  private String create(ContainerCommand command) {
    List<String> environment =
        command.environment().entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .sorted()
            .toList();
    return engine
        .ask(
            engine
                .commands()
                .execCreateCmd(containerId)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withCmd(command.arguments().toArray(String[]::new))
                .withEnv(environment)
                .withUser(command.user())
                .withWorkingDir(command.directory()))
        .getId();
  }

  private static void follow(EngineConnection own, String exec, Consumer<String> onLine) {
    LineSplitter output = new LineSplitter(onLine);
    LineSplitter errors = new LineSplitter(onLine);
    own.follow(
        own.commands().execStartCmd(exec).withDetach(false).withTty(false),
        frame -> {
          byte[] piece = frame.getPayload();
          (frame.getStreamType() == StreamType.STDERR ? errors : output)
              .accept(piece, piece.length);
        });
    output.end();
    errors.end();
  }

  /** The output can end a moment before the engine knows that the process did. */
  private int exitCode(String exec, Cancellation cancellation) {
    for (int i = 0; i < END_CHECKS; i++) {
      InspectExecResponse state = engine.ask(engine.commands().inspectExecCmd(exec));
      Long exitCode = state.getExitCodeLong();
      if (Boolean.FALSE.equals(state.isRunning()) && exitCode != null) {
        return Math.toIntExact(exitCode);
      }
      pause();
      cancellation.throwIfCancelled();
    }
    throw new EngineRefusedException(0, "the command closed its output and does not end");
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_END_CHECKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a command ended", e);
    }
  }
}
