package io.github.sandboxcache.cli.mcp;

import io.github.sandboxcache.domain.task.Cancellation;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One client on two streams, a message a line. The SDK's own transport ends at the first line that
 * it cannot read, drops the answers that are due when the input ends, and knows no cancellation.
 */
final class LineTransport implements McpServerTransportProvider {
  private static final Logger LOG = LoggerFactory.getLogger(LineTransport.class);
  private static final String CANCELLED = "notifications/cancelled";
  private static final String CANCELLATION = "cancellation";

  /** What these do takes its time and may be cancelled. */
  private static final Set<String> CALLS =
      Set.of(McpSchema.METHOD_TOOLS_CALL, McpSchema.METHOD_RESOURCES_READ);

  private final McpJsonMapper mapper;
  private final LineInput in;
  private final OutputStream out;
  private final RunningCalls calls = new RunningCalls();
  private @Nullable McpServerSession session;
  private boolean initialized;

  LineTransport(McpJsonMapper mapper, InputStream in, OutputStream out) {
    this.mapper = mapper;
    this.in = new LineInput(in);
    this.out = out;
  }

  /** What cancels the call that is handled in that exchange. */
  static Cancellation cancellation(McpSyncServerExchange exchange) {
    return exchange.transportContext().get(CANCELLATION) instanceof Cancellation known
        ? known
        : new Cancellation();
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory sessions) {
    session = sessions.create(new Client());
  }

  /** Reads until the input ends or it is cancelled, and returns once every call has ended. */
  void serve(Cancellation cancellation) {
    CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    // Nothing ends a read of standard input but the input itself.
    Thread.ofPlatform().daemon().name("mcp-input").start(() -> readAll(ended));
    try (var _ = cancellation.onCancel(() -> ended.complete(null))) {
      ended.join();
    }
    calls.endAll();
  }

  private void readAll(CompletableFuture<@Nullable Void> ended) {
    try {
      for (Optional<LineInput.Line> line = in.next(); line.isPresent(); line = in.next()) {
        takeOrRefuse(line.get());
      }
    } catch (IOException e) {
      LOG.warn("the client cannot be read any more", e);
    } finally {
      ended.complete(null);
    }
  }

  /** Whatever a client sends, its next line is read. */
  private void takeOrRefuse(LineInput.Line line) {
    try {
      take(line);
    } catch (RuntimeException e) {
      LOG.warn("a message cannot be answered", e);
      refuse(ErrorCodes.INVALID_REQUEST, "not a request that can be answered");
    }
  }

  private void take(LineInput.Line line) {
    switch (line) {
      case LineInput.Line.TooLong _ ->
          refuse(ErrorCodes.INVALID_REQUEST, "longer than " + LineInput.MAX_BYTES + " bytes");
      case LineInput.Line.Text(String text) -> read(text).ifPresent(this::handle);
    }
  }

  private Optional<JSONRPCMessage> read(String text) {
    try {
      return Optional.of(McpSchema.deserializeJsonRpcMessage(mapper, text));
    } catch (IOException | IllegalArgumentException e) {
      LOG.info("a line is no message: {}", e.getClass().getSimpleName());
      refuse(ErrorCodes.PARSE_ERROR, "not a JSON-RPC message");
      return Optional.empty();
    }
  }

  private void handle(JSONRPCMessage message) {
    switch (message) {
      case JSONRPCRequest request when CALLS.contains(request.method()) -> call(request);
      case JSONRPCNotification notice when notice.method().equals(CANCELLED) -> cancel(notice);
      case JSONRPCNotification notice -> {
        initialized |= notice.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED);
        pass(message, McpTransportContext.EMPTY);
      }
      default -> pass(message, McpTransportContext.EMPTY);
    }
  }

  private void call(JSONRPCRequest request) {
    if (!initialized) {
      // The SDK would wait for it, without an end.
      answer(request, ErrorCodes.INVALID_REQUEST, "not initialized yet");
      return;
    }
    calls
        .begin(request.id())
        .ifPresentOrElse(
            cancellation -> {
              McpTransportContext context =
                  McpTransportContext.create(Map.of(CANCELLATION, cancellation));
              Thread.ofVirtual().name("mcp-call").start(() -> pass(request, context));
            },
            () ->
                answer(
                    request, ErrorCodes.INVALID_REQUEST, "too many calls, or the same id twice"));
  }

  private void cancel(JSONRPCNotification notice) {
    if (notice.params() instanceof Map<?, ?> params) {
      Optional.<Object>ofNullable(params.get("requestId")).ifPresent(calls::cancel);
    }
  }

  private void pass(JSONRPCMessage message, McpTransportContext context) {
    if (session != null) {
      session
          .handle(message)
          .contextWrite(known -> known.put(McpTransportContext.KEY, context))
          .subscribe(_ -> {}, e -> LOG.warn("a message was not handled", e));
    }
  }

  private void answer(JSONRPCRequest request, int code, String why) {
    write(JSONRPCResponse.error(request.id(), new JSONRPCError(code, why)));
  }

  /** Nobody knows to what the answer belongs. */
  private void refuse(int code, String why) {
    write(Map.of("jsonrpc", "2.0", "error", Map.of("code", code, "message", why)));
  }

  private void write(Object message) {
    try {
      byte[] line = (mapper.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
      synchronized (out) {
        out.write(line);
        out.flush();
      }
    } catch (IOException e) {
      LOG.info("the client cannot be written to any more: {}", e.getMessage());
    }
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return session == null ? Mono.empty() : session.sendNotification(method, params);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(calls::endAll);
  }

  /** The way back to the client. */
  private final class Client implements McpServerTransport {
    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
      return Mono.fromRunnable(
          () -> {
            if (message instanceof JSONRPCResponse response) {
              calls.answer(response.id(), () -> write(response));
            } else {
              write(message);
            }
          });
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
      return mapper.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }
  }
}
