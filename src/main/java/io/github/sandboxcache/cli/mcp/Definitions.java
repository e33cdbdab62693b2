package io.github.sandboxcache.cli.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What clients are told of the server: files beside this class, in English, since they are read by
 * programs.
 */
final class Definitions {
  private final McpJsonMapper mapper;

  Definitions(McpJsonMapper mapper) {
    this.mapper = mapper;
  }

  /** What a tool does, takes and answers with. */
  Tool tool(String name) {
    return of(name + ".json", Tool.class);
  }

  /** What such a file describes. */
  <T> T of(String file, Class<T> type) {
    try {
      return mapper.readValue(text(file), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file as it is. */
  String text(String file) {
    try (InputStream in = Objects.requireNonNull(Definitions.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
