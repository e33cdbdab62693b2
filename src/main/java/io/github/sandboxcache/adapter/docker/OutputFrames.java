package io.github.sandboxcache.adapter.docker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads the frames in which an engine sends a command's two streams: one byte for the stream, three
 * empty ones, four for the length, then that many bytes (Docker API, "attach to a container").
 */
final class OutputFrames {
  private static final int STDERR = 2;
  private static final int HEADER_REST = 3;
  private static final int CHUNK = 8192;

  private OutputFrames() {}

  /** Reads until the command's output ends. */
  static void read(InputStream body, Consumer<String> onLine) throws IOException {
    LineSplitter output = new LineSplitter(onLine);
    LineSplitter errors = new LineSplitter(onLine);
    DataInputStream frames = new DataInputStream(body);
    byte[] buffer = new byte[CHUNK];
    int stream;
    while ((stream = frames.read()) >= 0) {
      frames.skipNBytes(HEADER_REST);
      long left = Integer.toUnsignedLong(frames.readInt());
      LineSplitter splitter = stream == STDERR ? errors : output;
      while (left > 0) {
        int count = frames.read(buffer, 0, (int) Math.min(left, CHUNK));
        if (count < 0) {
          throw new EOFException("the command's output broke off");
        }
        splitter.accept(buffer, count);
        left -= count;
      }
    }
    output.end();
    errors.end();
  }
}
