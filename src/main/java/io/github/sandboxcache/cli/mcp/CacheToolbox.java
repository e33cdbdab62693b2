package io.github.sandboxcache.cli.mcp;

import io.github.sandboxcache.cli.AgentServer.Offer;
import io.github.sandboxcache.cli.AgentTools;
import io.github.sandboxcache.cli.AgentTools.Answer;
import io.github.sandboxcache.cli.AgentTools.Call;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The tools that a client may call. */
final class CacheToolbox {
  private final Offer offer;
  private final AgentTools cache;
  private final Definitions definitions;
  private final McpJsonMapper mapper;

  CacheToolbox(Offer offer, Definitions definitions, McpJsonMapper mapper) {
    this.offer = offer;
    this.cache = offer.tools();
    this.definitions = definitions;
    this.mapper = mapper;
  }

  List<SyncToolSpecification> tools() {
    List<SyncToolSpecification> tools = new ArrayList<>();
    tools.add(tool("cache_overview", (call, _) -> cache.overview(call)));
    tools.add(
        tool(
            "cache_lookup",
            (call, given) -> cache.lookup(call, given.text("language"), given.texts("packages"))));
    tools.add(
        tool(
            "cache_contains",
            (call, given) ->
                cache.contains(call, given.optionalText("language"), given.text("package"))));
    tools.add(tool("cache_install", this::install));
    tools.add(
        tool(
            "cache_prune_preview",
            (call, given) -> cache.previewPrune(call, given.policy("policy"))));
    if (offer.removal()) {
      tools.add(tool("cache_prune", (call, given) -> cache.prune(call, given.policy("policy"))));
    }
    return tools;
  }

  private Answer install(Call call, Arguments given) {
    return cache.install(
        call,
        given.text("language"),
        given.texts("packages"),
        given.number("timeLimitMinutes").map(Duration::ofMinutes));
  }

  private SyncToolSpecification tool(String name, BiFunction<Call, Arguments, Answer> work) {
    return SyncToolSpecification.builder()
        .tool(definitions.tool(name))
        .callHandler((exchange, request) -> result(exchange, request, work))
        .build();
  }

  private CallToolResult result(
      McpSyncServerExchange exchange,
      CallToolRequest request,
      BiFunction<Call, Arguments, Answer> work) {
    Call call = new Call(ProgressNotes.of(exchange, request), LineTransport.cancellation(exchange));
    Answer answer = work.apply(call, new Arguments(request.arguments()));
    CallToolResult.Builder result = CallToolResult.builder().isError(!answer.done());
    // What went wrong, or is only half known, is read first.
    if (!answer.words().isEmpty()) {
      result.addTextContent(answer.words());
    }
    answer.document().ifPresent(document -> add(document, result));
    return result.build();
  }

  /** As an object for programs; as text for clients that read nothing else. */
  private void add(String document, CallToolResult.Builder result) {
    try {
      result.addTextContent(document).structuredContent(mapper.readValue(document, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
