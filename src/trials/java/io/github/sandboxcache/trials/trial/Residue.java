package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.engine.EngineState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for what the app may not leave behind. Linux only. */
final class Residue {
  private static final String CONTAINER = "sandbox-cache-install-";
  private static final Pattern LOCK = Pattern.compile(" (READ|WRITE) +(\\d+) [0-9a-f:]+:(\\d+) ");
  private static final int LOOKS = 20;
  private static final long BETWEEN_LOOKS_MS = 100;

  private final Path home;
  private final Path temporary;

  /** Of an app with that home and that directory for temporary files. */
  Residue(Path home, Path temporary) {
    this.home = home;
    this.temporary = temporary;
  }

  /** Install containers, which nobody needs while nobody installs. */
  static List<String> containers(EngineState state) {
    return state.containers().stream()
        .map(EngineState.Container::name)
        .filter(name -> name.startsWith(CONTAINER))
        .map(name -> "a container is left over: " + name)
        .toList();
  }

  /** The temporary files of now. */
  Set<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      Set<String> names = new TreeSet<>();
      files.map(temporary::relativize).map(Path::toString).forEach(names::add);
      return names;
    }
  }

  /** Files of the home that were to be moved or removed. */
  List<String> halfWritten() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .map(home::relativize)
          .map(Path::toString)
          .filter(name -> name.matches(".*(\\.tmp|\\.\\d+|~|\\.bak-\\d+|damaged.*)"))
          .filter(name -> !name.startsWith("state/logs/"))
          .map(name -> "a file is left over: " + name)
          .toList();
    }
  }

  /** Processes of the app but that one, and locks that they or it hold on what is shared. */
  List<String> held(long except) throws IOException, InterruptedException {
    List<String> held = List.of();
    for (int look = 0; look < LOOKS; look++) {
      held = heldNow(except);
      if (held.isEmpty()) {
        return held;
      }
      Thread.sleep(BETWEEN_LOOKS_MS);
    }
    return held;
  }

  private List<String> heldNow(long except) throws IOException {
    List<String> held = new ArrayList<>();
    Map<String, Path> files = inodes();
    for (String line : Files.readAllLines(Path.of("/proc/locks"))) {
      Matcher lock = LOCK.matcher(line);
      @Nullable Path file = lock.find() ? files.get(lock.group(3)) : null;
      String holder = file == null ? "" : lock.group(2);
      boolean open = holder.equals(Long.toString(except)) && mayHold(file, lock.group(1));
      if (file != null && !open) {
        held.add("a lock is held on %s by %s".formatted(home.relativize(file), holder));
      }
    }
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      processes
          .filter(process -> process.pid() != except && isOurs(process.pid()))
          .forEach(process -> held.add("a process is left over: " + process.info()));
    }
    return held;
  }

  /** A window is the only one of its kind, and has the ledger open to read it. */
  private boolean mayHold(@Nullable Path file, String kind) {
    return file != null
        && (file.startsWith(home.resolve("state/window"))
            || (kind.equals("READ") && file.startsWith(home.resolve("data"))));
  }

  private Map<String, Path> inodes() throws IOException {
    Map<String, Path> inodes = new HashMap<>();
    try (Stream<Path> files = Files.walk(home)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  inodes.put(Files.getAttribute(file, "unix:ino").toString(), file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return inodes;
  }

  private boolean isOurs(long pid) {
    try {
      Path environment = Path.of("/proc", Long.toString(pid), "environ");
      return Files.readString(environment, StandardCharsets.ISO_8859_1)
          .contains("SANDBOX_CACHE_HOME=" + home);
    } catch (IOException _) {
      // It has just ended, or is another user's.
      return false;
    }
  }
}
