package io.github.sandboxcache.build.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The package for Fedora, openSUSE and their kin. */
final class RpmPackage {
  private final Product product;
  private final SharedFiles shared;

  RpmPackage(Product product, SharedFiles shared) {
    this.product = product;
    this.shared = shared;
  }

  Path build() throws IOException, InterruptedException {
    Path root = InstalledTree.write(product, shared, "rpm", "zsh/site-functions");
    Tree.settle(root, product.time());
    Path top = Tree.fresh(product.work("rpmbuild"));
    Path spec = top.resolve(Product.COMMAND + ".spec");
    String version = product.version().replace('-', '~');
    Template.write(
        product.packaging().resolve("linux/rpm/sandbox-cache.spec"),
        spec,
        Map.of("version", version, "tree", root.toString()));
    Tool.run(
        Map.of("SOURCE_DATE_EPOCH", String.valueOf(product.time().getEpochSecond())),
        List.of(
            "rpmbuild",
            "-bb",
            "--target=" + Machine.rpm(),
            "--define=_topdir " + top,
            "--define=_binary_payload w3.xzdio",
            "--define=use_source_date_epoch_as_buildtime 1",
            "--define=clamp_mtime_to_source_date_epoch 1",
            "--define=_buildhost localhost",
            spec.toString()));
    String name = "%s-%s-1.%s.rpm".formatted(Product.COMMAND, version, Machine.rpm());
    return Files.move(
        top.resolve("RPMS").resolve(Machine.rpm()).resolve(name),
        product.output().resolve(name),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
