package io.github.sandboxcache.trials.engine;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A socket before an engine's, on which answers come late, broken or not at all, at random and only
 * while it storms. Thread-safe.
 */
public final class BadLine implements AutoCloseable {
  private static final int PIECE = 8192;
  private static final int ONE_CONNECTION_IN = 3;
  private static final int MAX_BYTES_BEFORE = 6_000;
  private static final int MAX_DELAY_MS = 2_000;
  private static final int MAX_STALL_MS = 8_000;
  private static final String WORDS = "{\"message\":\"a fault was made\"}";
  private static final byte[] ERROR =
      ("HTTP/1.1 500 X\r\nContent-Length: " + WORDS.length() + "\r\n\r\n" + WORDS)
          .getBytes(StandardCharsets.US_ASCII);

  private final Path socket;
  private final Path engine;
  private final Random random;
  private final ServerSocketChannel server;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Multiset<LineFault> met = ConcurrentHashMultiset.create();
  private volatile boolean storm;

  /**
   * Listens at once, and does no harm yet.
   *
   * @param socket where it listens; nothing may be there
   * @param engine the engine's own socket
   */
  public BadLine(Path socket, Path engine, Random random) throws IOException {
    this.socket = socket;
    this.engine = engine;
    this.random = random;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the app finds it. */
  public String address() {
    return "unix://" + socket;
  }

  /** From now on new connections may go wrong. */
  public void storm() {
    storm = true;
  }

  /** Cuts every connection; new ones are good. */
  public void calm() {
    storm = false;
    open.forEach(Connection::close);
  }

  /** How often each fault happened, in words. */
  public String met() {
    return met.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    calm();
  }

  private void accept() {
    try {
      while (true) {
        Connection connection = new Connection(server.accept(), plan());
        open.add(connection);
        Thread.ofVirtual().start(connection::serve);
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  /** What happens when; nothing for a connection that is good. */
  private record Plan(LineFault fault, int bytesBefore, int milliseconds) {
    static final Plan GOOD = new Plan(LineFault.NONE, Integer.MAX_VALUE, 0);
  }

  private Plan plan() {
    if (!storm || random.nextInt(ONE_CONNECTION_IN) > 0) {
      return Plan.GOOD;
    }
    LineFault fault = LineFault.one(random);
    int before = random.nextBoolean() ? 0 : random.nextInt(MAX_BYTES_BEFORE);
    int longest = fault == LineFault.STALL ? MAX_STALL_MS : MAX_DELAY_MS;
    return new Plan(fault, before, random.nextInt(longest));
  }

  private final class Connection {
    private final SocketChannel client;
    private final Plan plan;
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean broken;

    Connection(SocketChannel client, Plan plan) {
      this.client = client;
      this.plan = plan;
    }

    void serve() {
      try (client) {
        switch (plan.fault()) {
          case REFUSE -> meet();
          case STALL -> {
            meet();
            boolean _ = over.await(plan.milliseconds(), TimeUnit.MILLISECONDS);
          }
          case ERROR -> {
            int _ = client.read(ByteBuffer.allocate(PIECE));
            meet();
            int _ = client.write(ByteBuffer.wrap(ERROR));
          }
          default -> join();
        }
      } catch (IOException _) {
        // One of both sides has ended it.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } finally {
        open.remove(this);
      }
    }

    private void meet() {
      if (!broken) {
        broken = true;
        met.add(plan.fault());
      }
    }

    private void join() throws IOException, InterruptedException {
      try (SocketChannel upstream = SocketChannel.open(UnixDomainSocketAddress.of(engine))) {
        Thread up = Thread.ofVirtual().start(() -> questions(upstream));
        answers(upstream);
        client.close();
        up.join();
      }
    }

    private void questions(SocketChannel upstream) {
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      try {
        while (client.read(piece) >= 0) {
          write(piece.flip(), upstream);
          piece.clear();
        }
      } catch (IOException _) {
        // One of both sides has ended it.
      }
      // Who asked has gone, and with it the wish for an answer.
      close(upstream);
    }

    private void answers(SocketChannel upstream) throws IOException, InterruptedException {
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      long good = plan.bytesBefore();
      while (upstream.read(piece) >= 0) {
        piece.flip();
        if (broken || piece.remaining() > good) {
          int before = broken ? 0 : (int) good;
          write(piece.slice(0, before), client);
          if (!goesOn(piece.position(before))) {
            return;
          }
        } else {
          good -= plan.equals(Plan.GOOD) ? 0 : piece.remaining();
          write(piece, client);
        }
        piece.clear();
      }
    }

    /** Whether more may follow after what has gone wrong. */
    private boolean goesOn(ByteBuffer rest) throws IOException, InterruptedException {
      boolean first = !broken;
      meet();
      switch (plan.fault()) {
        case DELAY -> {
          boolean _ = first && over.await(plan.milliseconds(), TimeUnit.MILLISECONDS);
          write(rest, client);
        }
        case CORRUPT -> {
          byte[] rubbish = "!".repeat(rest.remaining()).getBytes(StandardCharsets.US_ASCII);
          write(ByteBuffer.wrap(rubbish), client);
        }
        case HALF_OPEN -> over.await();
        default -> {}
      }
      return plan.fault() == LineFault.DELAY || plan.fault() == LineFault.CORRUPT;
    }

    private static void write(ByteBuffer bytes, SocketChannel to) throws IOException {
      while (bytes.hasRemaining()) {
        int _ = to.write(bytes);
      }
    }

    void close() {
      close(client);
    }

    private void close(SocketChannel channel) {
      over.countDown();
      try {
        channel.close();
      } catch (IOException _) {
        // It is closed all the same.
      }
    }
  }
}
