package io.github.sandboxcache.build.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The archive that runs from wherever it is unpacked. */
final class PortableArchive {
  private final Product product;
  private final SharedFiles shared;

  PortableArchive(Product product, SharedFiles shared) {
    this.product = product;
    this.shared = shared;
  }

  Path build() throws IOException, InterruptedException {
    String name = "%s-%s-linux-%s".formatted(Product.COMMAND, product.version(), Machine.plain());
    Path parent = Tree.fresh(product.work("portable"));
    Path root = parent.resolve(name);
    Tree.copy(product.image(), root);
    shared.write(root.resolve("share"), "zsh/site-functions");
    Tree.settle(root, product.time());
    Path file = product.output().resolve(name + ".tar.gz");
    Files.deleteIfExists(file);
    Tool.run(
        Map.of("GZIP", "-n"),
        List.of(
            "tar",
            "--create",
            "--gzip",
            "--file=" + file,
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            "--mtime=" + product.time(),
            "--directory=" + parent,
            name));
    return file;
  }
}
