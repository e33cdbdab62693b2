package io.github.sandboxcache.domain.install;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that an install container belongs to. The process's start tells it from a later one
 * of the same number.
 *
 * @param host the host's name and, on Linux, the space in which process numbers count
 * @param pid the process number
 * @param startedAt when the process started, UTC; the epoch when the system does not say
 */
record ContainerOwner(String host, long pid, Instant startedAt) {
  /** Systems compute a process's start from their clock, which may be set meanwhile. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private static final Path PID_NAMESPACE = Path.of("/proc/self/ns/pid");

  /** This process. */
  static ContainerOwner self() {
    ProcessHandle process = ProcessHandle.current();
    return new ContainerOwner(thisHost(), process.pid(), startOf(process));
  }

  /** Whether it is known that the process has ended; never so for one of another host. */
  boolean isDeadOn(String thisHost) {
    return host.equals(thisHost) && ProcessHandle.of(pid).filter(this::isSameProcess).isEmpty();
  }

  private boolean isSameProcess(ProcessHandle process) {
    Instant start = startOf(process);
    return process.isAlive()
        && (start.equals(Instant.EPOCH)
            || Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0);
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static String thisHost() {
    return hostName() + pidNamespace().map(space -> " " + space).orElse("");
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      // A host that cannot resolve its own name is still one and the same host for its processes.
      return "localhost";
    }
  }

  private static Optional<String> pidNamespace() {
    try {
      return Optional.of(Files.readSymbolicLink(PID_NAMESPACE).toString());
    } catch (IOException | UnsupportedOperationException _) {
      // Only Linux has them.
      return Optional.empty();
    }
  }
}
