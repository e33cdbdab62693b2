package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.engine.EngineInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What an engine answers to {@code /info}. What is missing there, or of another kind, is unknown.
 */
record EngineState(JsonNode answer) {
  private static final String CONTAINERD = "io.containerd.snapshotter.v1";

  /**
   * The same in the terms of the domain.
   *
   * @param endpoint where the engine is reached
   * @param ownKernel the version of this machine's kernel
   */
  EngineInfo toInfo(String endpoint, String ownKernel) {
    EngineDisk disk =
        new EngineDisk(
            answer.path("DockerRootDir").textValue(), answer.path("KernelVersion").textValue());
    return new EngineInfo(store(), time(), disk.freeBytes(endpoint, ownKernel));
  }

  /** The id that it has of itself, which it keeps. */
  Optional<String> id() {
    return text("ID");
  }

  private Optional<String> store() {
    Optional<String> driver = text("Driver");
    boolean containerd =
        StreamSupport.stream(answer.path("DriverStatus").spliterator(), false)
            .anyMatch(pair -> CONTAINERD.equals(pair.path(1).textValue()));
    return containerd
        ? Optional.of(driver.map(name -> "containerd, " + name).orElse("containerd"))
        : driver;
  }

  private Optional<Instant> time() {
    return text("SystemTime").flatMap(EngineState::time);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(answer.path(field).textValue()).filter(value -> !value.isBlank());
  }
}
