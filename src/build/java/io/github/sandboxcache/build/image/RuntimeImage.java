package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java runtime with only the modules that the app uses. */
final class RuntimeImage {
  /**
   * What jdeps finds in the app and its jars; java.management and java.naming for docker-java's
   * HTTP client, jdk.unsupported for JavaFX, jdk.localedata for dates and numbers of the languages
   * there are.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.sql",
          "jdk.localedata",
          "jdk.unsupported",
          "javafx.controls",
          "javafx.fxml");

  private static final String LOCALES = "en,de";

  /**
   * Sound, splash screens, fonts, windows, JPEG and colour profiles of AWT: this app's window is
   * JavaFX's, and the only pictures it writes are PNG.
   */
  private static final String UNUSED_ON_LINUX =
      String.join(
          ",",
          "/java.desktop/lib/libawt_xawt.so",
          "/java.desktop/lib/libfontmanager.so",
          "/java.desktop/lib/libfreetype.so",
          "/java.desktop/lib/libjavajpeg.so",
          "/java.desktop/lib/libjsound.so",
          "/java.desktop/lib/liblcms.so",
          "/java.desktop/lib/libmlib_image.so",
          "/java.desktop/lib/libsplashscreen.so");

  private RuntimeImage() {}

  /** Links it, with JavaFX's modules from that directory. */
  static void link(Path modules, Path runtime) throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            "--module-path",
            modules.toString(),
            "--add-modules",
            String.join(",", MODULES),
            "--include-locales",
            LOCALES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "zip-9",
            "--exclude-files",
            UNUSED_ON_LINUX,
            "--output",
            runtime.toString());
    Tools.run("jlink", arguments);
    if (Platform.isLinux()) {
      try (Stream<Path> files = Files.walk(runtime.resolve("lib"))) {
        strip(files.filter(file -> file.toString().endsWith(".so")).sorted().toList());
      }
    }
  }

  /** Takes the names of inner functions out, a sixth of the largest, where binutils are there. */
  private static void strip(List<Path> libraries) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
    libraries.forEach(library -> command.add(library.toString()));
    Process strip;
    try {
      strip = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      System.out.println("The libraries stay as they are: " + e.getMessage());
      return;
    }
    int code = strip.waitFor();
    if (code != 0) {
      throw new IOException("strip ended with " + code);
    }
  }
}
