package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.Map;
import java.util.Optional;

/** Finds the image that an install starts from, and loads it when it is absent. */
final class BaseImages {
  private final ContainerEngine engine;

  BaseImages(ContainerEngine engine) {
    this.engine = engine;
  }

  /**
   * Which image it is: the one that was asked for, else the sandbox's own base image of the
   * language if the engine has it, else the default.
   *
   * @return the reference; empty when there is no default for the language
   */
  Optional<String> choose(InstallRequest request, Map<Language, String> defaults) {
    return request
        .baseImage()
        .filter(name -> !name.isBlank())
        .or(() -> Optional.of(sandboxBase(request.language())).filter(this::isPresent))
        .or(() -> Optional.ofNullable(defaults.get(request.language())))
        .filter(name -> !name.isBlank());
  }

  /**
   * The id of the image that a recorded one was made from, whatever is called by its name now.
   *
   * @return empty when it is not known or no longer there
   */
  Optional<String> recorded(InstallRequest request) {
    return request
        .recorded()
        .flatMap(RecordedImage::baseId)
        // What comes from a label might be a name as well.
        .filter(id -> engine.image(id).filter(image -> image.id().equals(id)).isPresent());
  }

  /** Whether two names of images mean the same, as in {@code python} and {@code python:latest}. */
  static boolean isSame(String one, String other) {
    return full(one).equals(full(other));
  }

  private static String full(String name) {
    String local = name.replaceFirst("^(docker\\.io/(library/)?|localhost/|library/)", "");
    boolean complete = local.contains("@") || local.indexOf(':', local.lastIndexOf('/') + 1) >= 0;
    return complete ? local : local + ":latest";
  }

  private static String sandboxBase(Language language) {
    return SandboxReference.PREFIX + language.name() + ":base";
  }

  private boolean isPresent(String reference) {
    return engine.image(reference).isPresent();
  }

  /**
   * How the image wants to be run; pulls it before when it is absent.
   *
   * @param name what people call it
   * @param image the same name, or the id of a recorded one
   */
  ImageConfig load(
      String name, String image, ProgressListener listener, Cancellation cancellation) {
    listener.onProgress(Progress.of(Installer.STEP_BASE_IMAGE, name));
    if (!isPresent(image)) {
      engine
          .installRuntime()
          .pull(image, report -> listener.onProgress(progress(name, report)), cancellation);
    }
    return engine.installRuntime().imageConfig(image);
  }

  private static Progress progress(String reference, PullProgress report) {
    String detail = reference + " · " + report.status();
    return report.totalBytes() > 0
        ? Progress.of(
            Installer.STEP_BASE_IMAGE, detail, (double) report.doneBytes() / report.totalBytes())
        : Progress.of(Installer.STEP_BASE_IMAGE, detail);
  }
}
