package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pull of one image: reads the engine's reports and sums them up over the layers. */
final class ImagePull {
  private final EngineHttp http;
  private final RegistryLogins logins;
  private final Consumer<PullProgress> progress;
  private final Cancellation cancellation;
  private final Map<String, Detail> layers = new HashMap<>();

  ImagePull(
      EngineHttp http,
      RegistryLogins logins,
      Consumer<PullProgress> progress,
      Cancellation cancellation) {
    this.http = http;
    this.logins = logins;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  private record Detail(@JsonProperty("current") long current, @JsonProperty("total") long total) {
    static final Detail UNKNOWN = new Detail(0, 0);
  }

  private record Report(
      @JsonProperty("status") @Nullable String status,
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("error") @Nullable String error,
      @JsonProperty("progressDetail") @Nullable Detail progressDetail) {}

  void pull(String reference) {
    cancellation.throwIfCancelled();
    RegistryLogins.Login login = logins.of(reference, cancellation);
    login.trouble().ifPresent(words -> progress.accept(new PullProgress(words, 0, 0)));
    try (EngineResponse response =
            http.stream(request(reference).withLogin(login.header()), cancellation);
        var _ = cancellation.onCancel(response::close)) {
      response.readEach(Report.class, this::report);
    } catch (EngineException e) {
      // What a cancellation breaks off is no failure of the engine.
      cancellation.throwIfCancelled();
      if (e instanceof EngineRefusedException refused && login.trouble().isPresent()) {
        throw new EngineRefusedException(
            refused.status(), refused.getMessage() + " (" + login.trouble().get() + ")");
      }
      throw e;
    }
    cancellation.throwIfCancelled();
  }

  /** Without a tag the engine would load every tag there is. */
  static EngineRequest request(String reference) {
    EngineRequest create = EngineRequest.post("/images/create");
    int colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
    if (reference.contains("@")) {
      return create.with("fromImage", reference);
    }
    return colon < 0
        ? create.with("fromImage", reference).with("tag", "latest")
        : create
            .with("fromImage", reference.substring(0, colon))
            .with("tag", reference.substring(colon + 1));
  }

  private void report(Report report) {
    if (report.error() != null) {
      throw new EngineRefusedException(0, report.error());
    }
    String status = EngineJson.orEmpty(report.status());
    String layer = EngineJson.orEmpty(report.id());
    if (status.equals("Downloading")) {
      layers.put(layer, report.progressDetail() == null ? Detail.UNKNOWN : report.progressDetail());
    } else if (status.equals("Download complete") || status.equals("Pull complete")) {
      layers.computeIfPresent(layer, (_, known) -> new Detail(known.total(), known.total()));
    }
    long done = layers.values().stream().mapToLong(Detail::current).sum();
    long total = layers.values().stream().mapToLong(Detail::total).sum();
    progress.accept(
        new PullProgress(layer.isEmpty() ? status : layer + ": " + status, done, total));
  }
}
