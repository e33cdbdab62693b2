package io.github.sandboxcache.adapter.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to an engine: an ssh whose streams are joined to a socket. Thread-safe. */
final class SshCall {
  private static final Logger LOG = LoggerFactory.getLogger(SshCall.class);
  private static final int CHUNK = 32 * 1024;
  private static final int MAX_WORDS = 4096;

  /** An ssh that was told to end does so at once, unless it is stopped or waits for a disk. */
  private static final Duration END = Duration.ofSeconds(2);

  private final List<String> command;
  private final SocketChannel client;
  private final Runnable onAnswer;
  private final BiConsumer<SshCall, Optional<SshFailure>> onEnd;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Process ssh;
  private boolean hungUp;
  private volatile boolean answered;
  private volatile String words = "";

  /**
   * A call that has not begun.
   *
   * @param command what runs ssh
   * @param client the other end
   * @param onAnswer told once, when the first byte comes
   * @param onEnd told once, with why ssh failed if it did, before the other end notices
   */
  SshCall(
      List<String> command,
      SocketChannel client,
      Runnable onAnswer,
      BiConsumer<SshCall, Optional<SshFailure>> onEnd) {
    this.command = command;
    this.client = client;
    this.onAnswer = onAnswer;
    this.onEnd = onEnd;
  }

  /** Returns at once; never fails, but ends. */
  void begin() {
    start("ssh-answers", this::run);
  }

  private static Thread start(String name, Runnable work) {
    // Not virtual: reading from a program blocks the thread beneath.
    return Thread.ofPlatform().daemon().name(name).start(work);
  }

  private void run() {
    Optional<SshFailure> failure = Optional.empty();
    try {
      Process program = launch();
      Thread errors = start("ssh-words", () -> collect(program.getErrorStream()));
      start("ssh-requests", () -> send(program.getOutputStream()));
      receive(program.getInputStream());
      failure = failure(program, errors);
    } catch (IOException e) {
      failure = isHungUp() ? Optional.empty() : Optional.of(SshFailure.notStarted(e));
    } finally {
      onEnd.accept(this, failure);
      hangUp();
      end();
    }
  }

  private Process launch() throws IOException {
    synchronized (this) {
      if (hungUp) {
        throw new IOException("nobody waits any more");
      }
      Process program = new ProcessBuilder(command).start();
      ssh = program;
      return program;
    }
  }

  private void send(OutputStream requests) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    try (requests) {
      while (client.read(chunk) >= 0) {
        requests.write(chunk.array(), 0, chunk.position());
        requests.flush();
        chunk.clear();
      }
    } catch (IOException e) {
      LOG.debug("ssh takes no more", e);
      if (client.isOpen()) {
        // Why, ssh itself is about to say.
        return;
      }
    }
    hangUp();
  }

  private void receive(InputStream answers) {
    byte[] chunk = new byte[CHUNK];
    try (answers) {
      for (int length = answers.read(chunk); length >= 0; length = answers.read(chunk)) {
        if (!answered) {
          answered = true;
          onAnswer.run();
        }
        ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
        while (bytes.hasRemaining()) {
          client.write(bytes);
        }
      }
    } catch (IOException e) {
      LOG.debug("nobody takes what ssh brings", e);
      hangUp();
    }
  }

  private void collect(InputStream errors) {
    byte[] chunk = new byte[CHUNK];
    try (errors) {
      for (int length = errors.read(chunk); length >= 0; length = errors.read(chunk)) {
        String all = words + new String(chunk, 0, length, StandardCharsets.UTF_8);
        words = all.substring(Math.max(0, all.length() - MAX_WORDS));
      }
    } catch (IOException e) {
      LOG.debug("the words of ssh broke off", e);
    }
  }

  private Optional<SshFailure> failure(Process program, Thread errors) {
    try {
      boolean over = program.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
      // A connection that ssh shares and leaves behind may keep this stream open.
      boolean _ = errors.join(END);
      return over && program.exitValue() != 0 && !isHungUp()
          ? Optional.of(SshFailure.of(program.exitValue(), words, answered))
          : Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized boolean isHungUp() {
    return hungUp;
  }

  /** Tells ssh to end and lets go of the other end; a second call does nothing. */
  void hangUp() {
    synchronized (this) {
      if (hungUp) {
        return;
      }
      hungUp = true;
      if (ssh != null) {
        ssh.destroy();
      }
    }
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("a connection to ssh did not close cleanly", e);
    }
  }

  private void end() {
    Process program;
    synchronized (this) {
      program = ssh;
    }
    try {
      if (program != null && !program.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        program.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** Waits until ssh is gone; not for ever. */
  void awaitEnd() {
    try {
      boolean _ = ended.await(2 * END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
