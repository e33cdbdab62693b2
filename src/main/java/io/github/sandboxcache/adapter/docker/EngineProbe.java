package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks one place whether an engine answers there, and says in plain terms what it found. */
final class EngineProbe {
  /** Sockets have no timeout of their own, and a stopped engine may accept and never answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Duration patience;
  private final RegistryLogins logins;
  private final SshProgram ssh;

  EngineProbe(RegistryLogins logins) {
    this(PATIENCE, logins, SshProgram.ofSystem());
  }

  EngineProbe(Duration patience, RegistryLogins logins, SshProgram ssh) {
    this.patience = patience;
    this.logins = logins;
    this.ssh = ssh;
  }

  /** What a place answered. */
  sealed interface Answer {
    record Connected(DockerEngine engine) implements Answer {}

    record Failed(EngineAttempt attempt) implements Answer {}
  }

  Answer probe(Endpoint endpoint) {
    EngineAddress address = EngineAddress.parse(endpoint.address());
    if (address instanceof EngineAddress.Unusable) {
      return failed(endpoint, Failure.NOT_SUPPORTED, "");
    }
    if (address instanceof EngineAddress.Socket(Path file) && Files.notExists(file)) {
      return failed(endpoint, Failure.NOT_THERE, "");
    }
    EngineConnection engine;
    try {
      engine = EngineConnection.by(EngineRoute.to(address, endpoint.tls(address), ssh));
    } catch (IOException e) {
      return failed(endpoint, Failure.NOT_THERE, EngineWords.of(e));
    } catch (RuntimeException e) {
      // Certificates that cannot be read surface here, and whatever else the transport refuses.
      return failed(endpoint, Failure.NOT_USABLE, String.valueOf(e.getMessage()));
    }
    boolean first = address instanceof EngineAddress.Ssh;
    Answer answer =
        ask(endpoint, engine, first ? patience.plus(SshProgram.CONNECT_TIMEOUT) : patience);
    if (answer instanceof Answer.Failed) {
      engine.close();
    }
    return answer;
  }

  private Answer ask(Endpoint endpoint, EngineConnection engine, Duration limit) {
    FutureTask<EngineVersion> question =
        new FutureTask<>(
            () -> EngineVersion.of(engine.send(EngineRequest.get("/version"), JsonNode.class)));
    // What a virtual thread waits for is waited for in native code, by a thread that stays: at its
    // end the JVM gives such a thread 0.3 s, longer than a verb takes.
    Thread.ofPlatform().daemon().name("engine-probe").start(question);
    EngineJson.warmUp();
    try {
      return negotiate(endpoint, engine, question.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      question.cancel(true);
      return failed(endpoint, Failure.NOT_RUNNING, "no answer in " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EngineException refused) {
        return failed(endpoint, failure(refused), words(refused));
      }
      if (e.getCause() instanceof LinkageError) {
        // A named pipe, and this is not Windows.
        return failed(endpoint, Failure.NOT_SUPPORTED, "");
      }
      throw new IllegalStateException("asking an engine failed unexpectedly", e.getCause());
    } catch (InterruptedException _) {
      question.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while looking for an engine");
    }
  }

  private Answer negotiate(Endpoint endpoint, EngineConnection engine, EngineVersion version) {
    if (!version.isLegible()) {
      return failed(endpoint, Failure.NOT_USABLE, "");
    }
    return version
        .negotiate()
        .<Answer>map(
            api -> new Answer.Connected(DockerEngine.of(endpoint, engine, version, api, logins)))
        .orElseGet(() -> failed(endpoint, Failure.NOT_USABLE, version.whyNotSpoken()));
  }

  /** What ssh says needs no more around it. */
  private static String words(EngineException exception) {
    Throwable told = exception.getCause() instanceof SshFailure ssh ? ssh : exception;
    return String.valueOf(told.getMessage());
  }

  private static Failure failure(EngineException exception) {
    return switch (exception) {
      case EngineRefusedException refused ->
          refused.status() == 401 || refused.status() == 403
              ? Failure.NOT_ALLOWED
              : Failure.NOT_USABLE;
      case EngineUnreachableException unreachable -> failure(unreachable.getCause());
    };
  }

  private static Failure failure(@Nullable Throwable cause) {
    return switch (cause) {
      case SshFailure ssh -> ssh.kind();
      case UnknownHostException _, NoRouteToHostException _ -> Failure.NOT_THERE;
      case ConnectException _, SocketTimeoutException _ -> Failure.NOT_RUNNING;
      case IOException io -> byMessage(String.valueOf(io.getMessage()).toLowerCase(Locale.ROOT));
      case null, default -> Failure.NOT_USABLE;
    };
  }

  /** Java has no types for what a Unix socket refuses, only the system's words. */
  private static Failure byMessage(String message) {
    if (message.contains("permission denied") || message.contains("access is denied")) {
      return Failure.NOT_ALLOWED;
    }
    if (message.contains("no such file") || message.contains("cannot find the file")) {
      return Failure.NOT_THERE;
    }
    return message.contains("refused") || message.contains("timed out")
        ? Failure.NOT_RUNNING
        : Failure.NOT_USABLE;
  }

  private static Answer failed(Endpoint endpoint, Failure failure, String detail) {
    return new Answer.Failed(endpoint.failed(failure, detail));
  }
}
