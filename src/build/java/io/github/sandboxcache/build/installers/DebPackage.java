package io.github.sandboxcache.build.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The package for Debian, Ubuntu and their kin. */
final class DebPackage {
  private final Product product;
  private final SharedFiles shared;

  DebPackage(Product product, SharedFiles shared) {
    this.product = product;
    this.shared = shared;
  }

  Path build() throws IOException, InterruptedException {
    Path root = InstalledTree.write(product, shared, "deb", "zsh/vendor-completions");
    Path linux = product.packaging().resolve("linux");
    Path doc = root.resolve("usr/share/doc").resolve(Product.COMMAND);
    Map<String, String> values =
        Map.of(
            "version", debVersion(),
            "architecture", Machine.debian(),
            "size", String.valueOf(Tree.size(root) / 1024));
    Template.write(linux.resolve("deb/copyright"), doc.resolve("copyright"), values);
    SharedFiles.gzip(doc.resolve("changelog.gz"), DebChangelog.text(debVersion(), product.time()));
    Template.write(
        linux.resolve("deb/lintian-overrides"),
        root.resolve("usr/share/lintian/overrides").resolve(Product.COMMAND),
        values);
    Path control = root.resolve("DEBIAN");
    Template.write(linux.resolve("deb/control"), control.resolve("control"), values);
    Template.write(linux.resolve("deb/postrm"), control.resolve("postrm"), values);
    InstalledTree.executable(control.resolve("postrm"));
    Tree.settle(root, product.time());
    Path file =
        product
            .output()
            .resolve("%s_%s_%s.deb".formatted(Product.COMMAND, debVersion(), Machine.debian()));
    Files.deleteIfExists(file);
    Tool.run(
        Map.of("SOURCE_DATE_EPOCH", String.valueOf(product.time().getEpochSecond())),
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-z9",
            "--build",
            root.toString(),
            file.toString()));
    return file;
  }

  /** A tilde sorts before everything, so a snapshot comes before its release. */
  private String debVersion() {
    return product.version().replace('-', '~');
  }
}
