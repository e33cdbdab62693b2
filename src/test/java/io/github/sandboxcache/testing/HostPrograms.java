package io.github.sandboxcache.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Programs of this machine, to put into images without a registry. */
final class HostPrograms {
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x[0-9a-f]+\\)");
  private static final Path LDD = Path.of("/usr/bin/ldd");

  private HostPrograms() {}

  /** The program and every library that its loader names. */
  static List<Path> withLibraries(Path program) {
    assumeThat(LDD).as("programs can only be copied on Linux").isExecutable();
    assumeThat(program).isExecutable();
    List<Path> files = new ArrayList<>(List.of(program));
    LIBRARY
        .matcher(ldd(program))
        .results()
        .map(match -> Path.of(match.group(1)))
        .filter(Files::isRegularFile)
        .forEach(files::add);
    return files;
  }

  private static String ldd(Path program) {
    try {
      Process process = new ProcessBuilder(LDD.toString(), program.toString()).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run ldd", e);
    }
  }
}
