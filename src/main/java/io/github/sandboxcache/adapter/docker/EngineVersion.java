package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine's answer to {@code /version}; read before any API version is known. */
record EngineVersion(
    @Nullable String version,
    @Nullable String apiVersion,
    @Nullable String minAPIVersion,
    @Nullable List<Component> components) {
  record Component(@Nullable String name) {}

  /** Reads the answer; what is not there or of another kind is null. */
  static EngineVersion of(JsonNode answer) {
    return new EngineVersion(
        answer.path("Version").textValue(),
        answer.path("ApiVersion").textValue(),
        answer.path("MinAPIVersion").textValue(),
        answer
            .path("Components")
            .valueStream()
            .map(component -> new Component(component.path("Name").textValue()))
            .toList());
  }

  /** The API version to speak, or empty when there is none that both sides know. */
  Optional<ApiVersion> negotiate() {
    return newest().flatMap(newest -> ApiVersion.common(oldest(), newest));
  }

  /** Whether this is an engine's answer at all. */
  boolean isLegible() {
    return newest().isPresent();
  }

  /** Which side would have to speak another version. */
  String whyNotSpoken() {
    return newest().filter(newest -> newest.isAtLeast(ApiVersion.OLDEST)).isPresent()
        ? "API %s is too new: this app knows up to %s".formatted(oldest(), ApiVersion.NEWEST)
        : "API %s is too old: %s is needed".formatted(apiVersion, ApiVersion.OLDEST);
  }

  String product() {
    return naming() == ReferenceNaming.PODMAN ? "Podman" : "Docker";
  }

  ReferenceNaming naming() {
    boolean podman =
        EngineJson.orEmpty(components).stream()
            .map(component -> EngineJson.orEmpty(component.name()).toLowerCase(Locale.ROOT))
            .anyMatch(name -> name.startsWith("podman"));
    return podman ? ReferenceNaming.PODMAN : ReferenceNaming.DOCKER;
  }

  private Optional<ApiVersion> newest() {
    return ApiVersion.parse(EngineJson.orEmpty(apiVersion));
  }

  private ApiVersion oldest() {
    return ApiVersion.parse(EngineJson.orEmpty(minAPIVersion)).orElse(ApiVersion.OLDEST);
  }
}
