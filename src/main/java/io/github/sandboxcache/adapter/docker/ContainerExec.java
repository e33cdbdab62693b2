package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one command in a running container and reads what it prints. */
final class ContainerExec {
  private static final int END_CHECKS = 50;
  private static final Duration BETWEEN_END_CHECKS = Duration.ofMillis(100);

  private final EngineHttp http;
  private final String containerId;

  ContainerExec(EngineHttp http, String containerId) {
    this.http = http;
    this.containerId = containerId;
  }

  private record NewExec(
      boolean attachStdout,
      boolean attachStderr,
      List<String> cmd,
      List<String> env,
      String user,
      String workingDir) {}

  private record ExecStart(boolean detach, boolean tty) {}

  private record Created(String id) {}

  private record State(boolean running, @Nullable Integer exitCode) {}

  int run(ContainerCommand command, Consumer<String> onLine, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    String path = "/exec/" + EngineRequest.pathPart(create(command));
    EngineRequest start = EngineRequest.post(path + "/start").withJson(new ExecStart(false, false));
    try (EngineResponse output = http.stream(start);
        var _ = cancellation.onCancel(output::close)) {
      read(output, onLine);
      cancellation.throwIfCancelled();
      return exitCode(path, cancellation);
    } catch (EngineException e) {
      // What a cancellation breaks off is no failure of the engine.
      cancellation.throwIfCancelled();
      throw e;
    }
  }

  private static void read(EngineResponse output, Consumer<String> onLine) {
    try {
      OutputFrames.read(output.body(), onLine);
    } catch (IOException e) {
      throw output.broken(e);
    }
  }

  private String create(ContainerCommand command) {
    List<String> environment =
        command.environment().entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .sorted()
            .toList();
    NewExec exec =
        new NewExec(
            true, true, command.arguments(), environment, command.user(), command.directory());
    EngineRequest request =
        EngineRequest.post(ContainerFiles.path(containerId) + "/exec").withJson(exec);
    return http.read(request, Created.class).id();
  }

  /** The output can end a moment before the engine knows that the process did. */
  private int exitCode(String path, Cancellation cancellation) {
    EngineRequest inspect = EngineRequest.get(path + "/json");
    for (int i = 0; i < END_CHECKS; i++) {
      State state = http.read(inspect, State.class);
      if (!state.running() && state.exitCode() != null) {
        return state.exitCode();
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
