package io.github.sandboxcache.adapter.mcp;

import io.github.sandboxcache.domain.usage.ServerProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server in a process of its own, between its client's streams. */
public final class WrappedServer implements ServerProxy {
  /** So long a server that is asked to end may take for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** So long its end waits for what it said last to standard error. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private static final int BUFFER = 1 << 16;
  private static final Logger LOG = LoggerFactory.getLogger(WrappedServer.class);

  private final Function<String, Consumer<List<byte[]>>> ledger;

  /**
   * Servers whose lines that are no JSON-RPC go to that ledger.
   *
   * @param ledger opens it for a server of that name
   */
  public WrappedServer(Function<String, Consumer<List<byte[]>>> ledger) {
    this.ledger = ledger;
  }

  @Override
  public int run(List<String> command, Streams streams, OutputStream log) throws IOException {
    // A pipe of its own: Node makes what it inherits non-blocking, and what we write there is lost.
    Process server = new ProcessBuilder(command).start();
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    Thread hook = new Thread(() -> endWith(server, ended), "end of the server");
    Runtime.getRuntime().addShutdownHook(hook);
    List<Sideline> sidelines =
        Stream.of(
                new Sideline("ledger", ledger.apply(name(command))),
                new Sideline("log", lines -> lines.forEach(line -> write(log, line))),
                new Sideline("errors", lines -> lines.forEach(streams.err()::writeBytes)))
            .toList();
    Thread.ofPlatform().daemon().name("from the client").start(() -> passIn(streams.in(), server));
    Thread errors =
        Thread.ofPlatform()
            .daemon()
            .name("errors of the server")
            .start(() -> passErrors(server, streams.err()));
    passOut(server, streams, line -> sidelines.forEach(sideline -> sideline.accept(line)));
    int code = waitFor(server);
    await(errors);
    sidelines.forEach(Sideline::close);
    log.close();
    ended.complete(code);
    return code;
  }

  /** The file name of the program alone: arguments may hold secrets. */
  private static String name(List<String> command) {
    return "wrap " + Path.of(command.getFirst()).getFileName();
  }

  private static void write(OutputStream log, byte[] line) {
    try {
      log.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passes on each piece at once. The server's stream ends with the client's. */
  private static void passIn(InputStream client, Process server) {
    byte[] buffer = new byte[BUFFER];
    try (OutputStream in = server.getOutputStream()) {
      int count = client.read(buffer);
      while (count >= 0) {
        in.write(buffer, 0, count);
        in.flush();
        count = client.read(buffer);
      }
    } catch (IOException e) {
      LOG.debug("the server reads no more; it may still have something to say", e);
    }
  }

  private static void passErrors(Process server, PrintStream err) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = server.getErrorStream()) {
      int count = in.read(buffer);
      while (count >= 0) {
        err.write(buffer, 0, count);
        err.flush();
        count = in.read(buffer);
      }
    } catch (IOException e) {
      LOG.debug("the server's errors broke off", e);
    }
  }

  /** Not for ever: what the server started may still hold its stream. */
  private static void await(Thread errors) {
    try {
      boolean _ = errors.join(LAST_WORDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void passOut(Process server, Streams streams, Consumer<byte[]> aside) {
    try (InputStream out = server.getInputStream()) {
      if (!new ServerOutput(streams.out(), aside).pass(out)) {
        server.destroy();
      }
    } catch (IOException e) {
      LOG.debug("the server's output broke off", e);
    }
  }

  private static int waitFor(Process server) {
    while (true) {
      try {
        return server.waitFor();
      } catch (InterruptedException _) {
        server.destroy();
      }
    }
  }

  /**
   * Hands on the wish that this process end. Without a halt, the JVM's own code would hide the
   * server's.
   */
  private static void endWith(Process server, CompletableFuture<Integer> ended) {
    if (ended.isDone()) {
      return;
    }
    server.destroy();
    try {
      Runtime.getRuntime().halt(ended.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      server.destroyForcibly();
    } catch (ExecutionException | InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
