package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.install.InstallNotice.ContainerLeft;
import io.github.sandboxcache.domain.install.InstallOutcome.Failed;
import io.github.sandboxcache.domain.install.InstallOutcome.Installed;
import io.github.sandboxcache.domain.install.InstallOutcome.MadeByOthers;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one image: base image, container, recipe, commit, name. Whatever happens, no container
 * stays and no image without a name; a container that the engine does not remove is told.
 */
final class InstallRun {
  private static final Logger LOG = LoggerFactory.getLogger(InstallRun.class);

  /** So that the container never ends before the install is given up. */
  private static final Duration LONGER_THAN_THE_INSTALL = Duration.ofMinutes(10);

  /** As a shell says of a program that it does not find. */
  private static final int NOTHING_RAN = 127;

  /** One answer may be lost on its way; an engine that does not answer at all is not waited for. */
  private static final int REMOVAL_TRIES = 3;

  private static final Duration BETWEEN_REMOVALS = Duration.ofMillis(500);
  private static final Duration REMOVAL_PATIENCE = Duration.ofSeconds(10);

  private final ContainerEngine engine;
  private final InstallRuntime runtime;
  private final NewImages images;
  private final InstallRequest request;
  private final Recipe recipe;
  private final InstallSettings settings;
  private final InstallMark mark;
  private final String version;
  private final ProgressListener listener;
  private final Cancellation cancellation;

  InstallRun(
      ContainerEngine engine,
      InstallRequest request,
      Recipe recipe,
      InstallSettings settings,
      InstallMark mark,
      String version,
      ProgressListener listener,
      Cancellation cancellation) {
    this.engine = engine;
    this.runtime = engine.installRuntime();
    this.images = new NewImages(engine, request.reference(), mark, cancellation);
    this.request = request;
    this.recipe = recipe;
    this.settings = settings;
    this.mark = mark;
    this.version = version;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /**
   * A base image that is there.
   *
   * @param reference its name, as the image's label will say
   * @param image what the engine is told: its name, or the id of the one that had the name before
   */
  private record Base(String reference, String image, ImageConfig config) {
    Map<String, String> variables() {
      return config.environment().stream()
          .map(variable -> variable.split("=", 2))
          .collect(
              Collectors.toMap(pair -> pair[0], pair -> pair[pair.length - 1], (_, last) -> last));
    }
  }

  /**
   * Does all of it.
   *
   * @throws CancellationException once cancelled; nothing is left then
   * @throws EngineUnreachableException when the engine is gone
   */
  InstallOutcome run() {
    if (isThere()) {
      return new MadeByOthers();
    }
    if (!settings.limits().areEnough()) {
      return new Failed(new InstallProblem.LimitsTooLow(settings.limits()));
    }
    if (settings.caBundle().filter(file -> !Files.isReadable(file)).isPresent()) {
      return new Failed(new InstallProblem.UnreadableCaBundle(settings.caBundle().get()));
    }
    BaseImages baseImages = new BaseImages(engine);
    Optional<String> chosen = baseImages.choose(request, settings.baseImages());
    if (chosen.isEmpty()) {
      return new Failed(new InstallProblem.NoBaseImage(request.language()));
    }
    String image = baseImages.recorded(request).orElse(chosen.get());
    Base base;
    try {
      base =
          new Base(
              chosen.get(), image, baseImages.load(chosen.get(), image, listener, cancellation));
    } catch (EngineRefusedException e) {
      LOG.warn("no base image {}", chosen.get(), e);
      return new Failed(new InstallProblem.NoPull(chosen.get(), words(e)));
    }
    return overVolume(base, base.variables()).orElseGet(() -> installInContainer(base));
  }

  private Optional<InstallOutcome> overVolume(Base base, Map<String, String> variables) {
    return Volumes.firstOver(recipe.targets(variables), base.config().volumes())
        .map(volume -> new Failed(new InstallProblem.VolumeOverTarget(base.reference(), volume)));
  }

  private boolean isThere() {
    return engine.image(request.reference().toString()).isPresent();
  }

  private InstallOutcome installInContainer(Base base) {
    cancellation.throwIfCancelled();
    listener.onProgress(Progress.of(Installer.STEP_PACKAGES, base.reference()));
    String name = mark.containerName(request.reference());
    InstallOutcome outcome;
    try {
      String containerId = runtime.createContainer(container(name, base));
      runtime.startContainer(containerId);
      outcome = install(containerId, base);
    } catch (EngineRefusedException e) {
      LOG.warn("the engine refused the install of {}", request.reference(), e);
      outcome = new Failed(new InstallProblem.Refused(words(e)));
    } catch (CancellationException e) {
      return remove(name)
          .map(left -> new Failed(new InstallProblem.Cancelled()).leaving(left))
          .orElseThrow(() -> e);
    } catch (RuntimeException | Error e) {
      var _ = remove(name);
      throw e;
    }
    Optional<ContainerLeft> left = remove(name);
    left.ifPresent(listener::onNotice);
    InstallOutcome settled = settled(outcome);
    return left.map(settled::leaving).orElse(settled);
  }

  /** By its name: the answer that had its id may have been lost. */
  private Optional<ContainerLeft> remove(String container) {
    long begin = System.nanoTime();
    for (int tries = 1; ; tries++) {
      try {
        runtime.removeContainer(container);
        return Optional.empty();
      } catch (EngineException e) {
        LOG.warn("cannot remove the install container {}", container, e);
        boolean slow = System.nanoTime() - begin > REMOVAL_PATIENCE.toNanos();
        if (tries == REMOVAL_TRIES || slow || !pause()) {
          // It is found by its mark at the next start; the outcome of the install stands.
          return Optional.of(new ContainerLeft(container, words(e)));
        }
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_REMOVALS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private InstallContainer container(String name, Base base) {
    return new InstallContainer(
        name,
        base.image(),
        base.config(),
        mark.labels(),
        request.network().or(settings::network),
        recipe.capabilities(),
        settings.limits(),
        request.timeLimit().orElse(settings.timeLimit()).plus(LONGER_THAN_THE_INSTALL),
        settings.caBundle());
  }

  private InstallOutcome install(String containerId, Base base) {
    ProjectUser user = ProjectUser.of(base.config().user(), asUserOf(base, containerId));
    Map<String, String> variables = user.variables(base.variables());
    // Where that user is at home is known only now.
    return overVolume(base, variables).orElseGet(() -> install(containerId, base, user, variables));
  }

  private ProjectUser.Programs asUserOf(Base base, String containerId) {
    return (arguments, onLine) -> {
      try {
        ContainerCommand command =
            new ContainerCommand(arguments, "/", Map.of(), base.config().user());
        return runtime.run(containerId, command, onLine, cancellation);
      } catch (EngineRefusedException e) {
        LOG.debug("{} of {} runs nothing", base.config().user(), base.reference(), e);
        return NOTHING_RAN;
      }
    };
  }

  private InstallOutcome install(
      String containerId, Base base, ProjectUser user, Map<String, String> variables) {
    RecipeRunner runner =
        new RecipeRunner(runtime, containerId, environment(variables), listener, cancellation);
    return switch (runner.firstUsable(recipe.tools())) {
      case RecipeRunner.Search.None(List<String> lastLines) ->
          new Failed(new InstallProblem.NoTool(base.reference(), names(recipe.tools()), lastLines));
      case RecipeRunner.Search.Found(Tool tool, String toolVersion) -> {
        ExactPackages packages = request.exactly();
        RecipeInput input =
            new RecipeInput(
                tool,
                toolVersion,
                packages.asked(),
                packages.others(),
                settings.caBundle().isPresent());
        yield runner
            .runAll(recipe, input, variables, user)
            .<InstallOutcome>map(Failed::new)
            .orElseGet(() -> save(containerId, base));
      }
    };
  }

  private static List<String> names(List<Tool> tools) {
    return tools.stream().map(Tool::name).distinct().toList();
  }

  private static String words(EngineException cause) {
    return String.valueOf(cause.getMessage()).strip();
  }

  private Map<String, String> environment(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(recipe.environment(variables));
    if (settings.caBundle().isPresent()) {
      all.putAll(CaVariables.pointingAtBundle());
    }
    return all;
  }

  private InstallOutcome save(String containerId, Base base) {
    listener.onProgress(
        Progress.of(Installer.STEP_SAVE_IMAGE, request.reference().toString())
            .doing(new InstallStep.Saving()));
    cancellation.throwIfCancelled();
    // The sandbox and other hosts know nothing of our locks; their image stays as it is.
    if (isThere()) {
      return new MadeByOthers();
    }
    List<String> packages = request.packages();
    Map<String, String> labels = new HashMap<>(mark.onImage());
    labels.putAll(
        ImageLabels.of(
            request.language(), packages, base.reference(), base.config().imageId(), version));
    String comment = request.language() + ": " + String.join(" ", packages);
    return images.save(containerId, new CommitRequest(base.config(), labels, comment));
  }

  /** Who gave the name to another image at the same moment left ours without one. */
  private InstallOutcome settled(InstallOutcome outcome) {
    return outcome instanceof Installed(String imageId, var _) && !images.keepsName(imageId)
        ? new MadeByOthers()
        : outcome;
  }
}
