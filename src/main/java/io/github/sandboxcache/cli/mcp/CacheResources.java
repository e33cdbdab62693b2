package io.github.sandboxcache.cli.mcp;

import io.github.sandboxcache.cli.AgentTools;
import io.github.sandboxcache.cli.AgentTools.Answer;
import io.github.sandboxcache.cli.AgentTools.Call;
import io.github.sandboxcache.cli.ProgressWatch;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** What a client may read: the list of images, and what is inside one. */
final class CacheResources {
  private static final String JSON = "application/json";
  private static final String ALL = "cache://images";

  private final AgentTools cache;
  private final Definitions definitions;

  CacheResources(AgentTools cache, Definitions definitions) {
    this.cache = cache;
    this.definitions = definitions;
  }

  SyncResourceSpecification list() {
    return new SyncResourceSpecification(
        definitions.of("images.json", Resource.class),
        (exchange, request) -> read(exchange, request, cache::images));
  }

  SyncResourceTemplateSpecification image() {
    return new SyncResourceTemplateSpecification(
        definitions.of("image.json", ResourceTemplate.class),
        (exchange, request) ->
            read(exchange, request, call -> cache.inside(call, name(request.uri()))));
  }

  private static String name(String uri) {
    // In a path, a plus is a plus.
    String path = uri.substring(ALL.length() + 1).replace("+", "%2B");
    try {
      return URLDecoder.decode(path, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return path;
    }
  }

  private static ReadResourceResult read(
      McpSyncServerExchange exchange, ReadResourceRequest request, Function<Call, Answer> work) {
    Answer answer = work.apply(new Call(ProgressWatch.NONE, LineTransport.cancellation(exchange)));
    if (!answer.done()) {
      throw McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND).message(answer.words()).build();
    }
    return ReadResourceResult.builder(
            List.of(
                TextResourceContents.builder(request.uri(), answer.document().orElse(""))
                    .mimeType(JSON)
                    .build()))
        .build();
  }
}
