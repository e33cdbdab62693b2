package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The docker command's current context: {@code DOCKER_CONTEXT}, else the one in its {@code
 * config.json}. The context called default means none. A file that is not legible, and a context
 * that does not exist, are remarked upon and do not end the search.
 */
final class DockerContextStrategy implements EndpointStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(DockerContextStrategy.class);

  @Override
  public Proposal propose(EngineEnvironment environment) {
    Path config = environment.dockerConfig();
    try {
      Optional<String> name =
          environment.variable("DOCKER_CONTEXT").or(() -> currentContext(config));
      return name.filter(context -> !context.equals("default"))
          .map(context -> ofContext(config, context))
          .orElseGet(() -> Proposal.nothing(Optional.empty()));
    } catch (UnreadableSettingsException e) {
      return Proposal.broken(
          new EngineAttempt(
              environment.shortened(e.file), Source.CONTEXT, Failure.NOT_USABLE, e.reason));
    }
  }

  private static Optional<String> currentContext(Path config) {
    return read(config.resolve("config.json"))
        .map(settings -> settings.path("currentContext").asText(""))
        .filter(name -> !name.isBlank());
  }

  /**
   * All contexts that there are, by name; one whose file is not legible is left out, and the log
   * says so.
   */
  static List<Endpoint> all(EngineEnvironment environment) {
    Path config = environment.dockerConfig();
    List<Endpoint> found = new ArrayList<>();
    for (String name : names(config.resolve("contexts").resolve("meta"))) {
      try {
        found.addAll(ofContext(config, name).endpoints());
      } catch (UnreadableSettingsException e) {
        LOG.warn("The docker context {} is left out", name, e);
      }
    }
    return found;
  }

  private static List<String> names(Path folders) {
    try (Stream<Path> each = Files.list(folders)) {
      return each.map(folder -> folder.resolve("meta.json"))
          .flatMap(file -> name(file).stream())
          .sorted()
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      LOG.warn("The docker contexts in {} cannot be listed", folders, e);
      return List.of();
    }
  }

  private static Optional<String> name(Path file) {
    try {
      return read(file).map(meta -> meta.path("Name").asText("")).filter(name -> !name.isBlank());
    } catch (UnreadableSettingsException e) {
      LOG.warn("A docker context is left out", e);
      return Optional.empty();
    }
  }

  private static Proposal ofContext(Path config, String name) {
    Path contexts = config.resolve("contexts");
    String folder = sha256(name);
    Optional<JsonNode> engine =
        read(contexts.resolve("meta").resolve(folder).resolve("meta.json"))
            .map(meta -> meta.path("Endpoints").path("docker"));
    Optional<String> host =
        engine.map(of -> of.path("Host").asText("")).filter(address -> !address.isBlank());
    if (host.isEmpty()) {
      return Proposal.broken(new EngineAttempt(name, Source.CONTEXT, Failure.NOT_SET, ""));
    }
    Optional<Path> files =
        Optional.of(contexts.resolve("tls").resolve(folder).resolve("docker"))
            .filter(Files::isDirectory);
    boolean verified = !engine.get().path("SkipTLSVerify").asBoolean();
    return Proposal.meant(
        Endpoint.named(host.get(), Source.CONTEXT, name)
            .with(
                files.isPresent() || !verified
                    ? Optional.of(new Tls(files, verified))
                    : Optional.empty()));
  }

  private static Optional<JsonNode> read(Path file) {
    try {
      return Optional.of(EngineJson.MAPPER.readTree(Files.readAllBytes(file)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UnreadableSettingsException(file, e);
    }
  }

  private static String sha256(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A file of the docker command is there and cannot be read. */
  private static final class UnreadableSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Path file;
    private final String reason;

    private static String words(IOException cause) {
      return switch (cause) {
        case AccessDeniedException _ -> "permission denied";
        case JacksonException json -> "line %d is not JSON".formatted(line(json));
        case FileSystemException file when file.getReason() != null -> file.getReason();
        default -> EngineWords.of(cause);
      };
    }

    private static int line(JacksonException e) {
      return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    UnreadableSettingsException(Path file, IOException cause) {
      super("cannot read " + file, cause);
      this.file = file;
      this.reason = words(cause);
    }
  }
}
