package io.github.sandboxcache.build.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files as they lie on a system: the image under {@code /usr/lib}, the command on the path. */
final class InstalledTree {
  private InstalledTree() {}

  static Path write(Product product, SharedFiles shared, String kind, String zshFunctions)
      throws IOException {
    Path root = Tree.fresh(product.work(kind));
    Path home = root.resolve("usr/lib").resolve(Product.COMMAND);
    Tree.copy(product.image(), home);
    Path bin = Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(
        bin.resolve(Product.COMMAND), Path.of("../lib", Product.COMMAND, "bin", Product.COMMAND));
    shared.write(root.resolve("usr/share"), zshFunctions);
    return root;
  }

  static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
