package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerState;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.install.RecipeStep.BorrowStore;
import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.RequireLine;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import io.github.sandboxcache.domain.install.RecipeStep.WriteFile;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the steps of a recipe in one running container. */
final class RecipeRunner {
  private static final Logger LOG = LoggerFactory.getLogger(RecipeRunner.class);
  private static final String ROOT = "0";

  /** What a shell or an engine answers for a program that cannot be executed, or is not there. */
  private static final Set<Integer> NO_PROGRAM = Set.of(126, 127);

  /** The words of engines and their runtimes for the same; others say that something is wrong. */
  private static final Pattern NO_PROGRAM_WORDS =
      Pattern.compile(
          "executable file .*not found|no such file or directory|permission denied|not a directory"
              + "|exec format error",
          Pattern.CASE_INSENSITIVE);

  private static final String RUNTIME_WORDS = "OCI runtime";

  /** 128 + SIGKILL: what is left of a process that something ended. */
  private static final int KILLED = 137;

  /** The kernel's own count of such ends, in control groups of both versions. */
  private static final List<String> MEMORY_EVENTS =
      List.of("cat", "/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control");

  private static final Pattern OUT_OF_MEMORY = Pattern.compile("oom_kill [1-9][0-9]*");

  /** The news of a process that used too much memory may come after the end of the command. */
  private static final int LOOKS = 10;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final InstallRuntime runtime;
  private final String containerId;
  private final Map<String, String> environment;
  private final List<String> needless = new ArrayList<>(List.of(Recipe.SCRATCH));
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
    this.environment = new HashMap<>(environment);
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** The first tool of a list that an image has, or what the others said. */
  sealed interface Search {
    record Found(Tool tool, String version) implements Search {}

    record None(List<String> lastLines) implements Search {}
  }

  /** Looks for the first of these tools that the image has. */
  Search firstUsable(List<Tool> tools) {
    OutputTail said = new OutputTail();
    for (Tool tool : tools) {
      OutputTail version = new OutputTail();
      if (isUsable(tool, version, said)) {
        return new Search.Found(tool, String.join(" ", version.lines()));
      }
    }
    return new Search.None(said.lines());
  }

  /**
   * Whether the image has it.
   *
   * @throws EngineRefusedException when the engine cannot run anything
   */
  private boolean isUsable(Tool tool, OutputTail tail, OutputTail said) {
    int exitCode;
    try {
      exitCode = run(tool.probe(), "/", tail::add);
    } catch (EngineRefusedException e) {
      // Some engines answer with a code when a program is missing, others refuse to start it.
      if (saysNoProgram(String.valueOf(e.getMessage()))) {
        LOG.debug("{} cannot be started", tool.name(), e);
        return false;
      }
      throw e;
    }
    String words = String.join(" ", tail.lines());
    if (NO_PROGRAM.contains(exitCode)) {
      if (words.contains(RUNTIME_WORDS) && !saysNoProgram(words)) {
        throw new EngineRefusedException(0, words);
      }
    } else if (exitCode != 0) {
      tail.lines().forEach(said::add);
    }
    return exitCode == 0;
  }

  private static boolean saysNoProgram(String words) {
    return NO_PROGRAM_WORDS.matcher(words).find();
  }

  /**
   * Does all steps, gives what they made to its users, and leaves no file behind that only they
   * needed.
   *
   * @param variables those of the base image
   * @param user who goes on with what is installed
   * @return why a step failed; empty when all is done
   */
  Optional<InstallProblem> runAll(
      Recipe recipe, RecipeInput input, Map<String, String> variables, ProjectUser user) {
    runtime.createDirectory(containerId, Recipe.SCRATCH);
    recipe.leftovers().stream().filter(path -> !exists(path)).forEach(needless::add);
    List<String> directories = new ArrayList<>(recipe.projects(variables));
    // Package managers note something in there, whoever runs them.
    Recipe.variable("HOME", variables).filter(this::exists).ifPresent(directories::add);
    Ownership ownership = Ownership.before(directories, user.owner(), this::exists, this::run);
    return runAll(recipe.steps(input), ownership)
        .or(() -> runAll(ownership.steps(), ownership))
        .or(() -> run(Run.in("/", Recipe.all(List.of("rm", "-rf"), needless)), ownership));
  }

  private Optional<InstallProblem> runAll(List<RecipeStep> steps, Ownership ownership) {
    for (RecipeStep step : steps) {
      Optional<InstallProblem> problem = run(step, ownership);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private boolean exists(String path) {
    return runtime.exists(containerId, path);
  }

  private int run(List<String> arguments, Consumer<String> onLine) {
    return run(arguments, "/", onLine);
  }

  private Optional<InstallProblem> run(RecipeStep step, Ownership ownership) {
    cancellation.throwIfCancelled();
    switch (step) {
      case MakeDirectory(String path) -> {
        if (!runtime.exists(containerId, path)) {
          runtime.createDirectory(containerId, path);
          ownership.of(path).ifPresent(owner -> run(List.of("chown", "-h", owner, path), _ -> {}));
        }
      }
      case BorrowStore store -> borrow(store, ownership.of(store.directory()).orElse(ROOT));
      case WriteFile file -> {
        if (!runtime.exists(containerId, file.path())) {
          byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
          runtime.writeFile(containerId, file.directory(), file.name(), content);
        }
      }
      case RequireLine(List<String> arguments, String line) -> {
        AtomicBoolean found = new AtomicBoolean();
        int exitCode =
            run(arguments, "/", said -> found.compareAndSet(false, said.strip().equals(line)));
        if (exitCode != 0 || !found.get()) {
          return Optional.of(new InstallProblem.UnknownPackage(line));
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

  /** Without an answer the tool keeps what it loads wherever it was told. */
  private void borrow(BorrowStore store, String user) {
    List<String> paths = new ArrayList<>();
    ContainerCommand command =
        new ContainerCommand(store.arguments(), store.directory(), Map.of(), user);
    int exitCode =
        runtime.run(
            containerId,
            command,
            line -> Optional.of(line).filter(said -> said.startsWith("/")).ifPresent(paths::add),
            cancellation);
    if (exitCode == 0 && paths.size() == 1) {
      if (!exists(paths.getFirst())) {
        needless.add(paths.getFirst());
      }
      environment.put(store.variable(), paths.getFirst());
    }
  }

  private Optional<InstallProblem> runVisibly(List<String> arguments, String directory) {
    String commandLine = CommandLine.of(arguments);
    listener.onProgress(Progress.of(Installer.STEP_PACKAGES, commandLine));
    listener.onLine("$ " + commandLine);
    OutputTail tail = new OutputTail();
    OutputSteps steps = new OutputSteps();
    int exitCode;
    try {
      exitCode =
          run(
              arguments,
              directory,
              line -> {
                steps.read(line).ifPresent(this::tell);
                if (!OutputSteps.isOnlyProgress(line)) {
                  tail.add(line);
                  listener.onLine(line);
                }
              });
    } catch (EngineRefusedException e) {
      if (hasEnded()) {
        LOG.warn("the container of an install ended", e);
        return Optional.of(new InstallProblem.ContainerEnded(commandLine, tail.lines()));
      }
      throw e;
    }
    return exitCode == 0 ? Optional.empty() : Optional.of(why(commandLine, exitCode, tail.lines()));
  }

  private void tell(InstallStep step) {
    listener.onProgress(Progress.of(Installer.STEP_PACKAGES, "").doing(step).at(step.fraction()));
  }

  private boolean hasEnded() {
    return runtime.state(containerId).filter(ContainerState::running).isEmpty();
  }

  private InstallProblem why(String commandLine, int exitCode, List<String> lastLines) {
    Optional<ContainerState> state = runtime.state(containerId);
    for (int i = 0; exitCode == KILLED && i < LOOKS && isRunningAsBefore(state); i++) {
      pause();
      state = runtime.state(containerId);
    }
    if (state.filter(ContainerState::outOfMemory).isPresent()) {
      return new InstallProblem.OutOfMemory(commandLine, exitCode, lastLines);
    }
    if (state.filter(ContainerState::running).isEmpty()) {
      return new InstallProblem.ContainerEnded(commandLine, lastLines);
    }
    if (exitCode == KILLED && kernelSaysOutOfMemory()) {
      return new InstallProblem.OutOfMemory(commandLine, exitCode, lastLines);
    }
    return exitCode == KILLED
        ? new InstallProblem.Killed(commandLine, exitCode, lastLines)
        : new InstallProblem.CommandFailed(commandLine, exitCode, lastLines);
  }

  /** Not every engine is told by every kernel. */
  private boolean kernelSaysOutOfMemory() {
    AtomicBoolean says = new AtomicBoolean();
    try {
      int _ =
          run(
              MEMORY_EVENTS,
              "/",
              line -> says.compareAndSet(false, OUT_OF_MEMORY.matcher(line).matches()));
    } catch (EngineRefusedException e) {
      LOG.debug("cannot ask the kernel for what it ended", e);
    }
    return says.get();
  }

  private static boolean isRunningAsBefore(Optional<ContainerState> state) {
    return state.filter(now -> now.running() && !now.outOfMemory()).isPresent();
  }

  private void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    cancellation.throwIfCancelled();
  }

  private int run(List<String> arguments, String directory, Consumer<String> onLine) {
    ContainerCommand command = new ContainerCommand(arguments, directory, environment, ROOT);
    return runtime.run(containerId, command, onLine, cancellation);
  }
}
