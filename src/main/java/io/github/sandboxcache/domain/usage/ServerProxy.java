package io.github.sandboxcache.domain.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Runs an MCP server that talks over its standard streams, and passes everything through. Lines on
 * its standard output that are no JSON-RPC are taken off the channel; those of the package cache
 * become facts at once. Nothing else of what passes is kept.
 */
public interface ServerProxy {
  /**
   * The client's streams.
   *
   * @param in what the client sends
   * @param out what the client reads as JSON-RPC
   * @param err where everything else belongs
   */
  record Streams(InputStream in, PrintStream out, PrintStream err) {}

  /**
   * Runs the server until it ends. When the client closes its stream, the server's is closed, too.
   * When this process is asked to end, so is the server, and the process ends with its exit code.
   *
   * @param command the program and its arguments, never read by a shell
   * @param log gets the lines taken off the channel, and is closed at the end
   * @return the server's exit code; 128 and more for a signal
   * @throws IOException when the server cannot be started
   */
  int run(List<String> command, Streams streams, OutputStream log) throws IOException;
}
