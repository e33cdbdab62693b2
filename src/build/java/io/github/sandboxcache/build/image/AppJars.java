package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/** The app's jars, without the native libraries of other systems and without old class files. */
final class AppJars {
  /** Names all others in its manifest, in a fixed order, as the caches of classes need it. */
  static final String CLASS_PATH_JAR = "class-path.jar";

  private static final String SQLITE_NATIVES = "org/sqlite/native/";
  private static final String ZSTD_NATIVES = "\\w+/\\w+/libzstd-jni-.*";
  private static final String JNA_NATIVES = "com/sun/jna/.+/.*\\.(so|dll|jnilib|a)";

  /**
   * What is looked for opens every jar before the one that has it. Most of it is the app's own; and
   * one class of the transport can be in no cache, since it does not link without JNA.
   */
  private static final List<String> FIRST = List.of("sandbox-cache", "docker-java-transport-3");

  /** Large as they come, for all systems. */
  private static final Pattern HAVE_NATIVES = Pattern.compile("sqlite-|zstd-");

  private static final Comparator<Path> FIRST_ONES_FIRST =
      Comparator.<Path>comparingInt(AppJars::place).thenComparing(Comparator.naturalOrder());

  private AppJars() {}

  /** Copies them; the same jars give the same bytes every time. */
  static void copy(Path from, Path to, Instant time) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(from)) {
      jars = files.filter(AppJars::isNeeded).sorted(FIRST_ONES_FIRST).toList();
    }
    for (Path jar : jars) {
      String name = jar.getFileName().toString();
      if (name.startsWith("sqlite-jdbc")) {
        // The library lies beside the jars: nothing has to be unpacked at a start.
        extract(jar, entry -> entry.startsWith(Platform.sqliteFolder()), to);
        copyWithout(jar, to, time, entry -> entry.startsWith(SQLITE_NATIVES));
      } else if (name.startsWith("zstd-jni")) {
        copyWithout(
            jar,
            to,
            time,
            entry -> entry.matches(ZSTD_NATIVES) && !entry.startsWith(Platform.zstdFolder()));
      } else if (name.startsWith("jna-")) {
        copyWithout(
            jar,
            to,
            time,
            entry -> entry.matches(JNA_NATIVES) && !entry.startsWith(Platform.jnaFolder()));
      } else if (name.startsWith("picocli-") || isLarge(jar)) {
        copyWithout(jar, to, time, entry -> false);
      } else {
        Files.copy(jar, to.resolve(name));
      }
    }
    writeClassPath(jars, to.resolve(CLASS_PATH_JAR), time);
  }

  /**
   * A package packs better what is not packed already. Measured for the two largest: 0.6 MB less to
   * load, for 6.6 MB more when installed; more of them brought nothing.
   */
  private static boolean isLarge(Path jar) throws IOException {
    return Files.size(jar) > 1_700_000
        && !HAVE_NATIVES.matcher(jar.getFileName().toString()).lookingAt();
  }

  private static int place(Path jar) {
    String name = jar.getFileName().toString();
    return IntStream.range(0, FIRST.size())
        .filter(i -> name.startsWith(FIRST.get(i)))
        .findFirst()
        .orElse(FIRST.size());
  }

  /** Only named pipes need JNA. */
  private static boolean isNeeded(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jar") && (Platform.isWindows() || !name.startsWith("jna-"));
  }

  private static void extract(Path jar, Predicate<String> wanted, Path to) throws IOException {
    try (JarFile in = new JarFile(jar.toFile())) {
      for (JarEntry entry : in.stream().filter(entry -> !entry.isDirectory()).toList()) {
        if (wanted.test(entry.getName())) {
          String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
          Files.copy(in.getInputStream(entry), to.resolve(name));
        }
      }
    }
  }

  private static void copyWithout(Path jar, Path to, Instant time, Predicate<String> unwanted)
      throws IOException {
    try (JarFile in = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(to.resolve(jar.getFileName()));
        JarOutputStream out = new JarOutputStream(file)) {
      if (isLarge(jar)) {
        out.setLevel(Deflater.NO_COMPRESSION);
      }
      OldClasses classes = new OldClasses(in);
      for (JarEntry entry : in.stream().toList()) {
        if (!unwanted.test(entry.getName())) {
          out.putNextEntry(entry(entry.getName(), time));
          out.write(classes.read(entry));
        }
      }
    }
  }

  private static void writeClassPath(List<Path> jars, Path jar, Instant time) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        jars.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(entry(JarFile.MANIFEST_NAME, time));
      manifest.write(out);
    }
  }

  private static ZipEntry entry(String name, Instant time) {
    ZipEntry entry = new ZipEntry(name);
    // The same bytes in every time zone: a jar keeps local times.
    entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    return entry;
  }
}
