package io.github.sandboxcache.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The commands that open the app's window, and a bare one on the same runtime.
 *
 * @param app opens the app
 * @param bare opens a window with one label
 */
record Launch(List<String> app, List<String> bare) {
  /** For the app that this launcher starts. */
  static Launch of(Path launcher) throws IOException {
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException("there is no launcher " + launcher + "; build the app first");
    }
    return new Launch(List.of(launcher.toString()), bare(launcher.resolve("../..").normalize()));
  }

  private static List<String> bare(Path app) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java(app).toString());
    Path modules = app.resolve("lib/javafx");
    String own = classes(BareWindow.class);
    if (Files.isDirectory(modules)) {
      command.addAll(List.of("--module-path", modules.toString()));
    }
    if (Files.isDirectory(modules) || hasJavaFx(java(app))) {
      command.addAll(List.of("--add-modules", "javafx.controls"));
      command.addAll(List.of("--enable-native-access=javafx.graphics", "-cp", own));
    } else {
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    }
    command.add(BareWindow.class.getName());
    return command;
  }

  /** The runtime within the app, or else the one that runs the benchmarks. */
  private static Path java(Path app) {
    return Stream.of("bin/java", "runtime/bin/java", "lib/runtime/bin/java")
        .map(app::resolve)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  private static boolean hasJavaFx(Path java) {
    return io.github.sandboxcache.bench.process.Shell.output(
            List.of(java.toString(), "--list-modules"), Map.of())
        .contains("javafx.controls");
  }

  private static String classes(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
