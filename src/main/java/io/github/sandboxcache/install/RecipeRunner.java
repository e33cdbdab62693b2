package io.github.sandboxcache.install;

import io.github.sandboxcache.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.install.RecipeStep.Run;
import io.github.sandboxcache.install.RecipeStep.WriteFile;
import io.github.sandboxcache.port.ContainerCommand;
import io.github.sandboxcache.port.EngineRefusedException;
import io.github.sandboxcache.port.InstallRuntime;
import io.github.sandboxcache.task.Cancellation;
import io.github.sandboxcache.task.Progress;
import io.github.sandboxcache.task.ProgressListener;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the steps of a recipe in one running container. */
final class RecipeRunner {
  private static final Logger LOG = LoggerFactory.getLogger(RecipeRunner.class);
  private static final String ROOT = "0";

  private final InstallRuntime runtime;
  private final String containerId;
  private final Map<String, String> environment;
  private final ProgressListener listener;
  private final Cancellation cancellation;

  RecipeRunner(
      InstallRuntime runtime,
      String containerId,
      Map<String, String> environment,
      ProgressListener listener,
      Cancellation cancellation) {
    this.runtime = runtime;
    this.containerId = containerId;
    this.environment = Map.copyOf(environment);
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** The first of these tools that the image has. */
  Optional<Tool> firstUsable(List<Tool> tools) {
    return tools.stream().filter(this::isUsable).findFirst();
  }

  private boolean isUsable(Tool tool) {
    try {
      return run(tool.probe(), "/", line -> LOG.debug("{}: {}", tool.name(), line)) == 0;
    } catch (EngineRefusedException e) {
      // Some engines answer with a code when a program is missing, others refuse to start it.
      LOG.debug("{} cannot be started", tool.name(), e);
      return false;
    }
  }

  /**
   * Does all steps, and leaves no file behind that only they needed.
   *
   * @return the command that failed; empty when all is done
   */
  Optional<CommandFailure> runAll(List<RecipeStep> steps) {
    runtime.createDirectory(containerId, Recipe.SCRATCH);
    for (RecipeStep step : steps) {
      Optional<CommandFailure> failure = run(step);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return runVisibly(List.of("rm", "-rf", Recipe.SCRATCH), "/");
  }

  private Optional<CommandFailure> run(RecipeStep step) {
    cancellation.throwIfCancelled();
    switch (step) {
      case MakeDirectory(String path) -> {
        if (!runtime.exists(containerId, path)) {
          runtime.createDirectory(containerId, path);
        }
      }
      case WriteFile file -> {
        if (!runtime.exists(containerId, file.path())) {
          byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
          runtime.writeFile(containerId, file.directory(), file.name(), content);
        }
      }
      case Run command -> {
        if (command.unlessExists().isEmpty()
            || !runtime.exists(containerId, command.unlessExists().get())) {
          return runVisibly(command.arguments(), command.directory());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<CommandFailure> runVisibly(List<String> arguments, String directory) {
    String commandLine = CommandLine.of(arguments);
    listener.onProgress(Progress.of(Installer.STEP_PACKAGES, commandLine));
    listener.onLine("$ " + commandLine);
    OutputTail tail = new OutputTail();
    int exitCode =
        run(
            arguments,
            directory,
            line -> {
              tail.add(line);
              listener.onLine(line);
            });
    return exitCode == 0
        ? Optional.empty()
        : Optional.of(new CommandFailure(commandLine, exitCode, tail.lines()));
  }

  private int run(List<String> arguments, String directory, Consumer<String> onLine) {
    ContainerCommand command = new ContainerCommand(arguments, directory, environment, ROOT);
    return runtime.run(containerId, command, onLine, cancellation);
  }
}
