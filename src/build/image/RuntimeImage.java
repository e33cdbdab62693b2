import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Java runtime with only the modules that the app uses. */
final class RuntimeImage {
  /**
   * What jdeps finds in the app and its jars; java.management and java.naming for the HTTP client,
   * jdk.unsupported for JavaFX, jdk.localedata for dates and numbers of the languages there are.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.sql",
          "jdk.localedata",
          "jdk.unsupported",
          "javafx.controls",
          "javafx.fxml");

  private static final String LOCALES = "en,de";

  /** Sound, splash screens, fonts and windows of AWT: this app's window is JavaFX's. */
  private static final String UNUSED_ON_LINUX =
      String.join(
          ",",
          "/java.desktop/lib/libawt_xawt.so",
          "/java.desktop/lib/libfontmanager.so",
          "/java.desktop/lib/libfreetype.so",
          "/java.desktop/lib/libjsound.so",
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
            "zip-6",
            "--exclude-files",
            UNUSED_ON_LINUX,
            "--output",
            runtime.toString());
    Tools.run("jlink", arguments);
    if (Platform.isLinux()) {
      strip(runtime.resolve("lib").resolve("server").resolve("libjvm.so"));
    }
  }

  /** Takes the names of inner functions out, a sixth of the file, where binutils are there. */
  private static void strip(Path library) throws IOException, InterruptedException {
    try {
      int code =
          new ProcessBuilder("strip", "--strip-unneeded", library.toString())
              .inheritIO()
              .start()
              .waitFor();
      if (code != 0) {
        throw new IOException("strip ended with " + code);
      }
    } catch (IOException e) {
      System.out.println(library.getFileName() + " stays as it is: " + e.getMessage());
    }
  }
}
