package io.github.sandboxcache.build.installers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packages for Linux: an archive always, .deb and .rpm where their tools are. */
final class LinuxPackages {
  private LinuxPackages() {}

  static List<Path> build(Product product) throws Exception {
    SharedFiles shared = new SharedFiles(product, CommandModel.of(product.version()));
    List<Path> made = new ArrayList<>();
    made.add(new PortableArchive(product, shared).build());
    if (Tool.present("dpkg-deb")) {
      made.add(new DebPackage(product, shared).build());
    } else {
      System.out.println("No .deb: dpkg-deb is not installed.");
    }
    if (Tool.present("rpmbuild")) {
      made.add(new RpmPackage(product, shared).build());
    } else {
      System.out.println("No .rpm: rpmbuild is not installed.");
    }
    return made;
  }
}
