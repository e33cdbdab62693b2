package io.github.sandboxcache.adapter.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where lock and socket of one kind of window are. Nobody but their owner may look in there. */
final class InstanceFiles {
  /** The shortest limit of the three systems is 104 bytes with the zero at the end, on macOS. */
  static final int MAX_SOCKET_PATH = 100;

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path directory;
  private final String name;

  InstanceFiles(Path directory, WindowKind kind) {
    this.directory = directory.toAbsolutePath();
    this.name = kind.name();
  }

  void makeDirectory() throws IOException {
    Files.createDirectories(directory);
    if (POSIX) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  Path lock() {
    return directory.resolve(name + ".lock");
  }

  /** The file that says where the socket is. */
  Path address() {
    return directory.resolve(name + ".address");
  }

  /**
   * A place for the socket where nothing is: beside the lock, or where that path is too long for a
   * socket in a new directory of the system's temporary one, which is the owner's alone as well.
   */
  Path placeForSocket() throws IOException {
    Path beside = directory.resolve(name + ".socket");
    if (beside.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_SOCKET_PATH) {
      Files.deleteIfExists(beside);
      return beside;
    }
    return Files.createTempDirectory("sandbox-cache-").resolve("socket");
  }

  Path readAddress() throws IOException {
    try {
      return Path.of(Files.readString(address()).strip());
    } catch (InvalidPathException e) {
      throw new IOException("not a path in " + address(), e);
    }
  }

  void writeAddress(Path socket) throws IOException {
    Files.writeString(address(), socket.toString());
  }

  /** Takes address and socket away; the lock's file stays, for others may be opening it. */
  void remove(Path socket) throws IOException {
    Files.deleteIfExists(address());
    Files.deleteIfExists(socket);
    if (!directory.equals(socket.getParent())) {
      Files.deleteIfExists(socket.getParent());
    }
  }
}
