package io.github.sandboxcache.install;

import io.github.sandboxcache.cache.ImageLabels;
import io.github.sandboxcache.install.InstallOutcome.Failed;
import io.github.sandboxcache.install.InstallOutcome.Installed;
import io.github.sandboxcache.install.InstallOutcome.MadeByOthers;
import io.github.sandboxcache.port.CommitRequest;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineException;
import io.github.sandboxcache.port.EngineRefusedException;
import io.github.sandboxcache.port.ImageConfig;
import io.github.sandboxcache.port.InstallContainer;
import io.github.sandboxcache.task.Cancellation;
import io.github.sandboxcache.task.Progress;
import io.github.sandboxcache.task.ProgressListener;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one image: base image, container, recipe, commit. Whatever happens, no container stays. */
final class InstallRun {
  private static final Logger LOG = LoggerFactory.getLogger(InstallRun.class);

  private final ContainerEngine engine;
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
    this.request = request;
    this.recipe = recipe;
    this.settings = settings;
    this.mark = mark;
    this.version = version;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** A base image that is there. */
  private record Base(String reference, ImageConfig config) {}

  /**
   * Does all of it.
   *
   * @throws java.util.concurrent.CancellationException once cancelled
   * @throws io.github.sandboxcache.port.EngineUnreachableException when the engine is gone
   */
  InstallOutcome run() {
    if (isThere()) {
      return new MadeByOthers();
    }
    if (settings.caBundle().filter(file -> !Files.isReadable(file)).isPresent()) {
      return new Failed(InstallFailureText.caBundle(settings.caBundle().get()));
    }
    BaseImages baseImages = new BaseImages(engine);
    Optional<String> chosen = baseImages.choose(request, settings.baseImages());
    if (chosen.isEmpty()) {
      return new Failed(InstallFailureText.noBaseImage(request.language()));
    }
    Base base;
    try {
      base = new Base(chosen.get(), baseImages.load(chosen.get(), listener, cancellation));
    } catch (EngineRefusedException e) {
      LOG.warn("no base image {}", chosen.get(), e);
      return new Failed(InstallFailureText.pull(chosen.get(), e));
    }
    try {
      return installInContainer(base);
    } catch (EngineRefusedException e) {
      LOG.warn("the engine refused the install of {}", request.reference(), e);
      return new Failed(InstallFailureText.refused(e));
    }
  }

  private boolean isThere() {
    return engine.image(request.reference().toString()).isPresent();
  }

  private InstallOutcome installInContainer(Base base) {
    cancellation.throwIfCancelled();
    listener.onProgress(Progress.of(Installer.STEP_PACKAGES, base.reference()));
    String containerId = engine.installRuntime().createContainer(container(base));
    try {
      engine.installRuntime().startContainer(containerId);
      return install(containerId, base);
    } finally {
      remove(containerId);
    }
  }

  private InstallContainer container(Base base) {
    return new InstallContainer(
        mark.containerName(request.reference()),
        base.reference(),
        mark.labels(),
        request.network().or(settings::network),
        recipe.capabilities(),
        settings.limits(),
        settings.caBundle());
  }

  private InstallOutcome install(String containerId, Base base) {
    RecipeRunner runner =
        new RecipeRunner(
            engine.installRuntime(), containerId, environment(), listener, cancellation);
    Optional<Tool> tool = runner.firstUsable(recipe.tools());
    if (tool.isEmpty()) {
      return new Failed(InstallFailureText.noTool(base.reference(), recipe.tools()));
    }
    RecipeInput input =
        new RecipeInput(tool.get(), request.packages(), settings.caBundle().isPresent());
    Optional<CommandFailure> failure = runner.runAll(recipe.steps(input));
    return failure
        .<InstallOutcome>map(failed -> new Failed(InstallFailureText.of(failed)))
        .orElseGet(() -> commit(containerId, base));
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(recipe.environment());
    if (settings.caBundle().isPresent()) {
      all.putAll(CaVariables.pointingAtBundle());
    }
    return all;
  }

  private InstallOutcome commit(String containerId, Base base) {
    listener.onProgress(Progress.of(Installer.STEP_SAVE_IMAGE, request.reference().toString()));
    cancellation.throwIfCancelled();
    // The sandbox and other hosts know nothing of our locks; their image stays as it is.
    if (isThere()) {
      return new MadeByOthers();
    }
    List<String> packages = request.packages();
    Map<String, String> labels = new HashMap<>(InstallMark.erased());
    labels.putAll(
        ImageLabels.of(
            request.language(), packages, base.reference(), base.config().imageId(), version));
    engine
        .installRuntime()
        .commit(
            containerId,
            new CommitRequest(
                request.reference(),
                base.config(),
                labels,
                request.language() + ": " + String.join(" ", packages)));
    return new Installed();
  }

  private void remove(String containerId) {
    try {
      engine.installRuntime().removeContainer(containerId);
    } catch (EngineException e) {
      // It is found by its mark at the next start; the outcome of the install stands.
      LOG.warn("cannot remove the install container {}", containerId, e);
    }
  }
}
