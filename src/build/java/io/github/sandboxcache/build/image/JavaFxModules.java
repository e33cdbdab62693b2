package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns JavaFX's jars into modules for jlink. Their native libraries become the runtime's own, so
 * that no start has to unpack them.
 */
final class JavaFxModules {
  private static final Pattern JAR = Pattern.compile("javafx-(\\w+)-.*\\.jar");
  private static final Pattern NATIVE = Pattern.compile("[^/]+\\.(so|dll|dylib)");

  private JavaFxModules() {}

  /** Returns the directory with the modules. */
  static Path make(Path jars, Path work) throws IOException {
    Path modules = Files.createDirectories(work.resolve("modules"));
    try (Stream<Path> files = Files.list(jars)) {
      for (Path jar : files.sorted().toList()) {
        Matcher name = JAR.matcher(jar.getFileName().toString());
        if (name.matches()) {
          make(jar, "javafx." + name.group(1), work, modules);
        }
      }
    }
    return modules;
  }

  private static void make(Path jar, String module, Path work, Path modules) throws IOException {
    Path classes = Files.createDirectories(work.resolve(module).resolve("classes"));
    Path natives = Files.createDirectories(work.resolve(module).resolve("natives"));
    try (JarFile in = new JarFile(jar.toFile())) {
      for (JarEntry entry : in.stream().filter(entry -> !entry.isDirectory()).toList()) {
        Path root = NATIVE.matcher(entry.getName()).matches() ? natives : classes;
        Path file = root.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in.getInputStream(entry), file);
      }
    }
    List<String> arguments = new ArrayList<>(List.of("create", "--class-path", classes.toString()));
    arguments.addAll(List.of(Platform.isWindows() ? "--cmds" : "--libs", natives.toString()));
    arguments.add(modules.resolve(module + ".jmod").toString());
    Tools.run("jmod", arguments);
  }
}
