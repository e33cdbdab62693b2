package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.usage.NotAFileException;
import io.github.sandboxcache.domain.usage.PackedLogException;
import io.github.sandboxcache.domain.usage.Packing;
import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says why a log cannot be read, and what to do where something can be done. */
public final class LogFailureText {
  private LogFailureText() {}

  /**
   * The reason, to stand behind the log's name.
   *
   * @param file the log as it was named, for a command that unpacks it
   */
  public static String reason(Exception e, String file) {
    return switch (e) {
      case NoSuchFileException _ -> Texts.text("cli.import.not-found");
      case AccessDeniedException _ -> Texts.text("cli.import.not-allowed");
      case NotAFileException _ -> Texts.text("cli.import.directory");
      case PackedLogException packed ->
          Texts.text(
              "cli.import.packed", name(packed.packing()), unpacking(packed.packing(), file));
      case EOFException _ -> Texts.text("cli.import.cut");
      case FileSystemException failed when failed.getReason() != null -> failed.getReason();
      case InvalidPathException invalid -> invalid.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String name(Packing packing) {
    return packing == Packing.SEVEN_ZIP ? "7z" : packing.name().toLowerCase(Locale.ROOT);
  }

  private static String unpacking(Packing packing, String file) {
    return switch (packing) {
          case GZIP -> "gzip -dc ";
          case XZ -> "xz -dc ";
          case ZIP -> "unzip -p ";
          case ZSTD -> "zstd -dc ";
          case BZIP2 -> "bzip2 -dc ";
          case SEVEN_ZIP -> "7z e -so ";
          case LZ4 -> "lz4 -dc ";
        }
        + file;
  }
}
