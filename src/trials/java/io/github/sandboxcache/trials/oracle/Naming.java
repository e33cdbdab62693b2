package io.github.sandboxcache.trials.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.trials.engine.EngineApi;
import io.github.sandboxcache.trials.engine.EngineState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which names are the cache's, and how an engine spells them. */
public enum Naming {
  /** As they are. */
  DOCKER,
  /** With a registry before them, of which two mean no registry. */
  PODMAN;

  private static final Pattern CACHED =
      Pattern.compile("mcp-sandbox-([a-z][a-z0-9+.-]{0,242}):[0-9a-f]{12}");
  private static final Pattern PODMAN_LOCAL = Pattern.compile("^(localhost|docker\\.io/library)/");

  /** That of an engine. */
  public static Naming of(EngineApi engine) {
    JsonNode version = engine.get("/version");
    return version.toString().contains("Podman") ? PODMAN : DOCKER;
  }

  /** The name as people know it. */
  public String shortName(String engineName) {
    return this == PODMAN ? PODMAN_LOCAL.matcher(engineName).replaceFirst("") : engineName;
  }

  /** How the engine may spell a name. */
  public List<String> spellings(String shortName) {
    return this == PODMAN
        ? List.of("localhost/" + shortName, "docker.io/library/" + shortName)
        : List.of(shortName);
  }

  /** The name as one of the cache, where it is one. */
  public Optional<CachedName> cached(String engineName, EngineState.Image image) {
    String shortName = shortName(engineName);
    Matcher matcher = CACHED.matcher(shortName);
    return matcher.matches()
        ? Optional.of(
            new CachedName(engineName, shortName, matcher.group(1), image.id(), image.created()))
        : Optional.empty();
  }

  /** All names of the cache on an engine. */
  public List<CachedName> cached(EngineState state) {
    return state.images().values().stream()
        .flatMap(image -> image.names().stream().flatMap(n -> cached(n, image).stream()))
        .sorted()
        .toList();
  }
}
