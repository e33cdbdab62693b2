package io.github.sandboxcache.cli.mcp;

import io.github.sandboxcache.cli.ProgressWatch;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client how its call comes along, if it asked for that: a few times a second at most. The
 * number only counts the notes, which the protocol wants to rise; the words say how far it is.
 */
final class ProgressNotes implements ProgressWatch {
  private static final long NANOS_BETWEEN = Duration.ofMillis(200).toNanos();

  private final McpSyncServerExchange exchange;
  private final Object token;
  private String told = "";
  private long toldAt = System.nanoTime() - NANOS_BETWEEN;
  private int notes;

  private ProgressNotes(McpSyncServerExchange exchange, Object token) {
    this.exchange = exchange;
    this.token = token;
  }

  static ProgressWatch of(McpSyncServerExchange exchange, CallToolRequest request) {
    @Nullable Object token = request.progressToken();
    return token == null ? NONE : new ProgressNotes(exchange, token);
  }

  @Override
  public synchronized void onProgress(String words, OptionalDouble fraction) {
    long now = System.nanoTime();
    if (words.isEmpty() || words.equals(told) || now - toldAt < NANOS_BETWEEN) {
      return;
    }
    told = words;
    toldAt = now;
    notes++;
    exchange.progressNotification(
        ProgressNotification.builder(token, notes).message(words).build());
  }
}
