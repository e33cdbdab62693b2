package io.github.sandboxcache.build;

import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs google-java-format over the sources on the JDK of the toolchain, because the one that runs
 * Maven may be too old to read them. Arguments: {@code check} or {@code fix}, then directories.
 */
final class FormatSources {
  public static void main(String[] args) throws Exception {
    boolean fix = args[0].equals("fix");
    List<String> command =
        new ArrayList<>(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (String directory : List.of(args).subList(1, args.length)) {
      try (Stream<Path> files = Files.walk(Path.of(directory))) {
        files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(command::add);
      }
    }
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = new Main(out, err, System.in).format(command.toArray(String[]::new));
    if (code != 0 && !fix) {
      err.println("Not formatted: the files above. Run: mvn -Pformat process-sources");
    }
    System.exit(code);
  }
}
