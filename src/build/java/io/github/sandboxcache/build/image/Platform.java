package io.github.sandboxcache.build.image;

import java.util.Locale;

/** The system that the image is built on and for. */
final class Platform {
  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final String ARCH = System.getProperty("os.arch");

  private Platform() {}

  static boolean isWindows() {
    return OS.contains("win");
  }

  static boolean isMac() {
    return OS.contains("mac");
  }

  static boolean isLinux() {
    return !isWindows() && !isMac();
  }

  /** The folder of this system's native library in the jar of sqlite-jdbc. */
  static String sqliteFolder() {
    String os = isWindows() ? "Windows" : isMac() ? "Mac" : "Linux";
    return "org/sqlite/native/" + os + "/" + (isArm() ? "aarch64" : "x86_64") + "/";
  }

  /** The folder of this system's native library in the jar of zstd-jni. */
  static String zstdFolder() {
    String os = isWindows() ? "win" : isMac() ? "darwin" : "linux";
    String intel = isMac() ? "x86_64" : "amd64";
    return os + "/" + (isArm() ? "aarch64" : intel) + "/";
  }

  /** The folder of this system's native library in the jar of JNA. */
  static String jnaFolder() {
    String os = isWindows() ? "win32" : isMac() ? "darwin" : "linux";
    return "com/sun/jna/" + os + "-" + (isArm() ? "aarch64" : "x86-64") + "/";
  }

  private static boolean isArm() {
    return ARCH.equals("aarch64");
  }
}
