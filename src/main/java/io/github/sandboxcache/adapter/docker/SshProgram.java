package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs {@code ssh}. Keys, agents, host keys and jump hosts are ssh's own business, by the
 * user's settings; only it may not ask anything, since nobody would see the question.
 *
 * @param command the program with the arguments that come before all others
 */
record SshProgram(List<String> command) {
  /** So long ssh may take to connect, as with the docker command. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

  private static final String OWN_SESSION = "/usr/bin/setsid";

  /** Copies the list, so that the record never changes. */
  SshProgram {
    command = List.copyOf(command);
  }

  /** The first {@code ssh} of the search path. */
  static SshProgram ofSystem() {
    // Ctrl+C ends every program of the terminal's session, and with ssh the engine that a verb
    // needs
    // to clean up.
    return new SshProgram(
        Files.isExecutable(Path.of(OWN_SESSION)) ? List.of(OWN_SESSION, "ssh") : List.of("ssh"));
  }

  /**
   * The program and all arguments that join its streams to the engine there, as the docker command
   * does it. They go to the program one by one and through no shell of this machine; the one of the
   * other machine reads the last ones, in which {@link EngineAddress.Ssh} allows nothing special.
   */
  List<String> dial(EngineAddress.Ssh address) {
    List<String> all = new ArrayList<>(command);
    address.user().ifPresent(user -> all.addAll(List.of("-l", user)));
    address.port().ifPresent(port -> all.addAll(List.of("-p", Integer.toString(port))));
    all.addAll(List.of("-o", "ConnectTimeout=" + CONNECT_TIMEOUT.toSeconds()));
    all.addAll(List.of("-o", "BatchMode=yes", "-T", "--", address.host(), "docker"));
    if (!address.socket().isEmpty()) {
      all.add("--host=unix://" + address.socket());
    }
    all.addAll(List.of("system", "dial-stdio"));
    return List.copyOf(all);
  }
}
