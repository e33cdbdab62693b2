package io.github.sandboxcache.adapter.sample;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ImageLayers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What a made-up image holds, as an engine saves it; packages as their managers leave them. */
final class SampleArchive {
  private static final String SYSTEM_OF_BASE = "Package: libc6\nStatus: %s\nVersion: 2.41\n\n";
  private static final String MANIFEST = "manifest.json";
  private static final String INSTALLED = "install ok installed";

  private SampleArchive() {}

  /**
   * The archive, made as it is read.
   *
   * @param layers the image's layers, its own the last of them
   */
  static InputStream of(EngineImage image, ImageLayers layers) {
    SampleTar archive = new SampleTar();
    for (String diffId : layers.diffIds()) {
      boolean own = diffId.equals(layers.diffIds().getLast());
      SampleTar layer =
          own
              ? own(image, layers.history().getLast().bytes())
              : new SampleTar().file("var/lib/dpkg/status", SYSTEM_OF_BASE.formatted(INSTALLED));
      archive.file("blobs/" + diffId.replace(':', '/'), layer);
    }
    return archive.file(MANIFEST, "[{\"Config\":\"%s\"}]".formatted(image.id())).stream();
  }

  /** The id of the image that an archive is of; empty when it is of none. */
  static String imageIdIn(InputStream archive) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(archive);
    for (TarArchiveEntry each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
      if (each.getName().equals(MANIFEST)) {
        String manifest = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
        return manifest.replaceFirst(".*\"Config\":\"([^\"]*)\".*", "$1");
      }
    }
    return "";
  }

  private static SampleTar own(EngineImage image, long bytes) {
    List<SamplePackage> packages =
        ImageLabels.packages(image.labels()).orElse(List.of()).stream()
            .map(SamplePackage::of)
            .toList();
    SampleTar layer = new SampleTar();
    String language = image.labels().getOrDefault(ImageLabels.LANGUAGE, "");
    long each = packages.isEmpty() ? 0 : bytes / packages.size();
    switch (language) {
      case "python" -> packages.forEach(one -> python(one, each, layer));
      case "javascript", "typescript" -> node(packages, each, layer);
      case "go" -> go(packages, each, layer);
      case "rust" -> rust(packages, each, layer);
      case "bash" -> system(packages, each, layer);
      default -> layer.file("opt/packages.bin", bytes);
    }
    return layer;
  }

  private static void python(SamplePackage one, long bytes, SampleTar layer) {
    String place = "usr/local/lib/python3.12/site-packages/";
    String module = one.name().replace('-', '_');
    String info = place + module + "-" + one.version() + ".dist-info/";
    layer
        .file(info + "METADATA", "Name: %s\nVersion: %s\n".formatted(one.name(), one.version()))
        .file(info + "REQUESTED", "")
        .file(info + "RECORD", "%s/core.so,sha256=0,%d\n".formatted(module, bytes))
        .file(place + module + "/core.so", share(bytes, 78))
        .file(place + module + "/__init__.py", share(bytes, 4))
        .file(place + module + "/__pycache__/__init__.cpython-312.pyc", share(bytes, 7))
        .file(place + module + "/tests/test_core.py", share(bytes, 11));
  }

  private static void node(List<SamplePackage> packages, long bytes, SampleTar layer) {
    StringBuilder wanted = new StringBuilder();
    for (SamplePackage one : packages) {
      String place = "workspace/node_modules/" + one.name();
      wanted
          .append(wanted.isEmpty() ? "" : ", ")
          .append("\"%s\": \"^%s\"".formatted(one.name(), one.version()));
      layer
          .file(
              place + "/package.json",
              "{\"name\": \"%s\", \"version\": \"%s\"}".formatted(one.name(), one.version()))
          .file(place + "/dist/index.js", share(bytes, 90))
          .file(place + "/docs/guide.md", share(bytes, 10));
    }
    layer.file("workspace/package.json", "{\"dependencies\": {" + wanted + "}}");
  }

  private static void go(List<SamplePackage> packages, long bytes, SampleTar layer) {
    StringBuilder wanted = new StringBuilder("module sandbox\n\nrequire (\n");
    for (SamplePackage one : packages) {
      wanted.append("\t%s v%s // indirect\n".formatted(one.name(), one.version()));
      layer.file("root/go/pkg/mod/%s@v%s/module.go".formatted(one.name(), one.version()), bytes);
    }
    layer.file("workspace/go.mod", wanted + ")\n");
  }

  private static void rust(List<SamplePackage> packages, long bytes, SampleTar layer) {
    StringBuilder wanted = new StringBuilder("[dependencies]\n");
    for (SamplePackage one : packages) {
      wanted.append("%s = \"%s\"\n".formatted(one.name(), one.version()));
      layer.file(
          "root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/%s-%s/src/lib.rs"
              .formatted(one.name(), one.version()),
          bytes);
    }
    layer.file("workspace/Cargo.toml", wanted.toString());
  }

  private static void system(List<SamplePackage> packages, long bytes, SampleTar layer) {
    StringBuilder status = new StringBuilder(SYSTEM_OF_BASE.formatted(INSTALLED));
    for (SamplePackage one : packages) {
      status.append(
          "Package: %s\nStatus: %s\nInstalled-Size: %d\nVersion: %s\n\n"
              .formatted(one.name(), INSTALLED, bytes >> 10, one.version()));
      layer.file("usr/bin/" + one.name(), bytes);
    }
    layer.file("var/lib/dpkg/status", status.toString());
  }

  private static long share(long bytes, int percent) {
    return bytes * percent / 100;
  }

  /** A package as asked for, with a version in any case. */
  private record SamplePackage(String name, String version) {
    static SamplePackage of(String asked) {
      // An at-sign at the very start belongs to the name: @types/node.
      String[] parts = asked.split("(?<!^)(?:==|@v?|=|:)", 2);
      return new SamplePackage(
          parts[0].replaceFirst("\\[.*", ""), parts.length > 1 ? parts[1] : "1.0.0");
    }
  }
}
