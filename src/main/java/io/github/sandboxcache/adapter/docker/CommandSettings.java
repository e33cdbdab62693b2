package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.api.model.DockerObject;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What docker-java's commands are told: the API version, and how to read answers. Of those they
 * read only what this app needs: docker-java is strict about the rest, and an odd value there must
 * not fail the whole answer.
 */
final class CommandSettings implements DockerClientConfig {
  static final JsonMapper MAPPER =
      EngineJson.MAPPER
          .rebuild()
          .propertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE)
          .addMixIn(DockerObject.class, Rest.class)
          .addMixIn(InspectExecResponse.class, Exec.class)
          .addMixIn(Info.class, Machine.class)
          .addMixIn(PullResponseItem.class, Pull.class)
          .addMixIn(Event.class, Happening.class)
          .build();

  private final RemoteApiVersion version;

  CommandSettings(ApiVersion version) {
    this.version = RemoteApiVersion.create(version.major(), version.minor());
  }

  /** What is wanted and has no field in docker-java is kept under its name. */
  private abstract static class Rest {
    @JsonAnySetter
    @SuppressWarnings("UnusedVariable") // Stands for the field of that name.
    Map<String, Object> rawValues = new HashMap<>();
  }

  @JsonIncludeProperties({"Running", "ExitCode"})
  private interface Exec {}

  @JsonIncludeProperties({
    "NCPU",
    "MemoryLimit",
    "SwapLimit",
    "CpuCfsQuota",
    "PidsLimit",
    "InitCommit"
  })
  private interface Machine {}

  @JsonIncludeProperties({"status", "id", "error", "progressDetail"})
  private interface Pull {}

  @JsonIncludeProperties({"Type", "Action", "Actor", "time", "timeNano"})
  private interface Happening {}

  @Override
  public RemoteApiVersion getApiVersion() {
    return version;
  }

  @Override
  public ObjectMapper getObjectMapper() {
    return MAPPER;
  }

  /** Logins are read for each pull, see {@link RegistryLogins}. */
  @Override
  public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
    return null;
  }

  @Override
  public AuthConfigurations getAuthConfigurations() {
    return new AuthConfigurations();
  }

  // The transport knows the address and TLS; the rest is for commands that are not used.

  @Override
  public @Nullable URI getDockerHost() {
    return null;
  }

  @Override
  @SuppressWarnings("deprecation")
  public @Nullable SSLConfig getSSLConfig() {
    return null;
  }

  @Override
  public @Nullable String getRegistryUsername() {
    return null;
  }

  @Override
  public @Nullable String getRegistryPassword() {
    return null;
  }

  @Override
  public @Nullable String getRegistryEmail() {
    return null;
  }

  @Override
  public @Nullable String getRegistryUrl() {
    return null;
  }
}
