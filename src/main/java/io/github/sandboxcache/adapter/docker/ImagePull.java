package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pull of one image: reads the engine's reports and sums them up over the layers. */
final class ImagePull {
  private final EngineConnection engine;
  private final RegistryLogins logins;
  private final Consumer<PullProgress> progress;
  private final Cancellation cancellation;
  private final Map<String, Layer> layers = new HashMap<>();

  ImagePull(
      EngineConnection engine,
      RegistryLogins logins,
      Consumer<PullProgress> progress,
      Cancellation cancellation) {
    this.engine = engine;
    this.logins = logins;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  private record Layer(long doneBytes, long totalBytes) {
    static Layer of(@Nullable ProgressDetail detail) {
      return detail == null
          ? new Layer(0, 0)
          : new Layer(orZero(detail.getCurrent()), orZero(detail.getTotal()));
    }

    private static long orZero(@Nullable Long bytes) {
      return bytes == null ? 0 : bytes;
    }
  }

  void pull(String reference) {
    cancellation.throwIfCancelled();
    RegistryLogins.Login login = logins.of(reference, cancellation);
    login.trouble().ifPresent(words -> progress.accept(new PullProgress(words, 0, 0)));
    try {
      engine.apart(
          Patience.ENDLESS,
          cancellation,
          own -> {
            own.follow(command(own, reference, login), this::report);
            return Optional.empty();
          });
    } catch (EngineRefusedException e) {
      throw login.trouble().isEmpty()
          ? EngineConnection.aboutImage(e)
          : new EngineRefusedException(
              e.status(), e.request(), e.getMessage() + " (" + login.trouble().get() + ")");
    }
    cancellation.throwIfCancelled();
  }

  private static PullImageCmd command(
      EngineConnection engine, String reference, RegistryLogins.Login login) {
    int colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
    PullImageCmd command;
    if (reference.contains("@")) {
      command = engine.commands().pullImageCmd(reference);
    } else if (colon < 0) {
      // Without a tag the engine would load every tag there is.
      command = engine.commands().pullImageCmd(reference).withTag("latest");
    } else {
      command =
          engine
              .commands()
              .pullImageCmd(reference.substring(0, colon))
              .withTag(reference.substring(colon + 1));
    }
    login.credentials().ifPresent(command::withAuthConfig);
    return command;
  }

  private void report(PullResponseItem report) {
    // The field that has replaced it is not in what older engines and Podman send.
    @SuppressWarnings("deprecation")
    String error = report.getError();
    if (error != null) {
      throw new EngineRefusedException(0, error);
    }
    String status = EngineJson.orEmpty(report.getStatus());
    String layer = EngineJson.orEmpty(report.getId());
    if (status.equals("Downloading")) {
      layers.put(layer, Layer.of(report.getProgressDetail()));
    } else if (status.equals("Download complete") || status.equals("Pull complete")) {
      layers.computeIfPresent(
          layer, (_, known) -> new Layer(known.totalBytes(), known.totalBytes()));
    }
    long done = layers.values().stream().mapToLong(Layer::doneBytes).sum();
    long total = layers.values().stream().mapToLong(Layer::totalBytes).sum();
    progress.accept(
        new PullProgress(layer.isEmpty() ? status : layer + ": " + status, done, total));
  }
}
