package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.AuthConfig;
import io.github.sandboxcache.adapter.docker.EngineTransport.Patience;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.engine.ImageTransfers;
import io.github.sandboxcache.domain.engine.PullProgress;
import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Images on their way to registries and back, moved by the engine itself. docker-java's commands
 * cannot tell Podman to speak plain HTTP, so these are requests of our own. Thread-safe.
 */
final class DockerTransfers implements ImageTransfers {
  private final EngineConnection engine;
  private final ReferenceNaming naming;
  private final RegistryLogins logins;

  DockerTransfers(EngineConnection engine, ReferenceNaming naming, RegistryLogins logins) {
    this.engine = engine;
    this.naming = naming;
    this.logins = logins;
  }

  @Override
  public void name(String imageId, RemoteReference reference) {
    ImageNames.give(engine, imageId, reference.name(), reference.image().tag());
  }

  @Override
  public boolean removeName(RemoteReference reference) {
    try {
      boolean _ = ImageNames.remove(engine, reference.toString());
      return true;
    } catch (ImageNotFoundException _) {
      return false;
    }
  }

  @Override
  public Optional<String> push(
      RemoteReference reference, Consumer<PullProgress> progress, Cancellation cancellation) {
    EngineRequest request =
        EngineRequest.post("/images/" + EngineRequest.pathPart(reference.name()) + "/push")
            .with("tag", reference.image().tag());
    return transfer(reference, request, progress, cancellation);
  }

  @Override
  public void pull(
      RemoteReference reference, Consumer<PullProgress> progress, Cancellation cancellation) {
    // Podman's answer to Docker's request knows nothing of plain HTTP before version 5.
    EngineRequest request =
        speaksPlainHttp(reference)
            ? EngineRequest.post("/libpod/images/pull").with("reference", reference.toString())
            : EngineRequest.post("/images/create")
                .with("fromImage", reference.name())
                .with("tag", reference.image().tag());
    try {
      Optional<String> _ = transfer(reference, request, progress, cancellation);
    } catch (EngineRefusedException e) {
      throw EngineConnection.aboutImage(e);
    }
  }

  private Optional<String> transfer(
      RemoteReference reference,
      EngineRequest request,
      Consumer<PullProgress> progress,
      Cancellation cancellation) {
    cancellation.throwIfCancelled();
    RegistryLogins.Login login = logins.of(reference.toString(), cancellation);
    login.trouble().ifPresent(words -> progress.accept(new PullProgress(words, 0, 0)));
    EngineRequest sent = speaksPlainHttp(reference) ? request.with("tlsVerify", "false") : request;
    Map<String, String> headers = Map.of("X-Registry-Auth", header(login));
    try {
      return engine.apart(
          Patience.ENDLESS,
          cancellation,
          own -> own.send(sent, headers, body -> new TransferStream(progress).read(body)));
    } catch (EngineRefusedException e) {
      throw login
          .trouble()
          .map(
              words ->
                  new EngineRefusedException(
                      e.status(), e.request(), e.getMessage() + " (" + words + ")"))
          .orElse(e);
    } finally {
      cancellation.throwIfCancelled();
    }
  }

  /** Docker does so by itself where a registry is on its own machine; Podman has to be told. */
  private boolean speaksPlainHttp(RemoteReference reference) {
    return naming == ReferenceNaming.PODMAN && reference.registry().isLoopback();
  }

  /** Some engines refuse a push without this header, even where there is no login. */
  private static String header(RegistryLogins.Login login) {
    try {
      Object sent = login.credentials().<Object>map(DockerTransfers::sent).orElse(Map.of());
      return Base64.getUrlEncoder().encodeToString(EngineJson.MAPPER.writeValueAsBytes(sent));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a login cannot be written as JSON", e);
    }
  }

  private static Map<String, String> sent(AuthConfig login) {
    return Map.of(
        "username", EngineJson.orEmpty(login.getUsername()),
        "password", EngineJson.orEmpty(login.getPassword()),
        "identitytoken", EngineJson.orEmpty(login.getIdentitytoken()),
        "registrytoken", EngineJson.orEmpty(login.getRegistrytoken()),
        "serveraddress", EngineJson.orEmpty(login.getRegistryAddress()));
  }

  @Override
  public List<String> digests(RemoteReference reference) {
    List<String> all =
        EngineJson.orEmpty(ImageInspection.of(engine, reference.toString()).repoDigests());
    return all.stream()
        .map(each -> each.split("@", 2))
        .filter(
            parts ->
                parts.length == 2
                    && reference.isWrittenAs(parts[0] + ":" + reference.image().tag()))
        .map(parts -> parts[1])
        .toList();
  }

  @Override
  public Optional<Platform> platformOf(String imageId) {
    JsonNode image =
        engine.sendAboutImage(
            EngineRequest.get("/images/" + EngineRequest.pathPart(imageId) + "/json"),
            JsonNode.class);
    return platform(image.path("Os"), image.path("Architecture"));
  }

  @Override
  public Optional<Platform> platform() {
    JsonNode version = engine.send(EngineRequest.get("/version"), JsonNode.class);
    return platform(version.path("Os"), version.path("Arch"));
  }

  private static Optional<Platform> platform(JsonNode os, JsonNode architecture) {
    return os.asText().isEmpty() || architecture.asText().isEmpty()
        ? Optional.empty()
        : Optional.of(new Platform(os.asText(), architecture.asText()));
  }

  @Override
  public boolean takesForInsecure(String host) {
    return RegistryAddress.isLoopback(host)
        || !engine
            .send(EngineRequest.get("/info"), JsonNode.class)
            .path("RegistryConfig")
            .path("IndexConfigs")
            .path(host)
            .path("Secure")
            .asBoolean(true);
  }
}
