package io.github.sandboxcache.adapter.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * What a server writes to its standard output, told apart line by line. A line is held until it is
 * known to be JSON-RPC; then it is passed on at once, and the rest of it as it arrives. Not
 * thread-safe.
 */
final class ServerOutput {
  /**
   * A longer line whose kind is still not known is judged by how it begins. Clients put the version
   * behind the result, however large that is.
   */
  static final int MAX_HELD_BYTES = 8 << 20;

  private static final int BUFFER = 1 << 16;

  private final PrintStream channel;
  private final Consumer<byte[]> aside;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private JsonRpcLine line = new JsonRpcLine();
  private JsonRpcLine.Kind kind = JsonRpcLine.Kind.UNDECIDED;

  /**
   * Tells apart for that client.
   *
   * @param channel gets every message byte for byte, flushed
   * @param aside gets every other line, with its line feed if it has one; of one that is longer
   *     than {@value #MAX_HELD_BYTES} bytes piece by piece
   */
  ServerOutput(PrintStream channel, Consumer<byte[]> aside) {
    this.channel = channel;
    this.aside = aside;
  }

  /**
   * Passes on what is written until the end of the stream.
   *
   * @return false when the client reads no more
   */
  boolean pass(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int count = in.read(buffer);
    while (count >= 0) {
      int from = 0;
      for (int i = 0; i < count; i++) {
        if (buffer[i] == '\n') {
          take(buffer, from, i + 1, true);
          from = i + 1;
        }
      }
      take(buffer, from, count, false);
      if (channel.checkError()) {
        return false;
      }
      count = in.read(buffer);
    }
    end();
    return !channel.checkError();
  }

  private void take(byte[] bytes, int from, int to, boolean isEnd) {
    if (kind == JsonRpcLine.Kind.UNDECIDED) {
      kind = line.feed(bytes, from, isEnd ? to - 1 : to);
    }
    if (kind == JsonRpcLine.Kind.JSON_RPC) {
      channel.writeBytes(held.toByteArray());
      held.reset();
      channel.write(bytes, from, to - from);
    } else {
      held.write(bytes, from, to - from);
      if (held.size() > MAX_HELD_BYTES) {
        judgeByItsBeginning();
      }
    }
    if (isEnd) {
      giveAside();
      line = new JsonRpcLine();
      kind = JsonRpcLine.Kind.UNDECIDED;
    }
  }

  private void judgeByItsBeginning() {
    if (line.looksLikeMessage()) {
      kind = JsonRpcLine.Kind.JSON_RPC;
      channel.writeBytes(held.toByteArray());
      held.reset();
    } else {
      kind = JsonRpcLine.Kind.OTHER;
      giveAside();
    }
  }

  /** A message that was cut by the server's end is still the client's. */
  private void end() {
    if (line.looksLikeMessage()) {
      channel.writeBytes(held.toByteArray());
    } else {
      giveAside();
    }
  }

  private void giveAside() {
    if (held.size() > 0) {
      aside.accept(held.toByteArray());
      held.reset();
    }
  }
}
