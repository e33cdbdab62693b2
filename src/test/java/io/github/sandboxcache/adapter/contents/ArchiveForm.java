package io.github.sandboxcache.adapter.contents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** How engines save images. */
enum ArchiveForm {
  /** A directory per layer, under an id that says nothing of what is in it. */
  DOCKER_20 {
    @Override
    void add(byte[] layer, int number, TestLayer archive) {
      String directory = TestLayer.sha256(new byte[] {(byte) number});
      archive.directory(directory);
      archive.file(directory + "/VERSION", "1.0").file(directory + "/json", "{}");
      archive.file(directory + "/layer.tar", layer);
    }
  },
  /** Blobs, in the order of their digests, which are diff ids. */
  DOCKER_28 {
    @Override
    void add(byte[] layer, int number, TestLayer archive) {
      archive.file("blobs/sha256/" + TestLayer.sha256(layer), layer);
    }
  },
  /** Packed blobs, whose digests are of the packed bytes. */
  CONTAINERD {
    @Override
    void add(byte[] layer, int number, TestLayer archive) {
      byte[] packed = gzip(layer);
      archive.file("blobs/sha256/" + TestLayer.sha256(packed), packed);
    }
  },
  /** Files named after diff ids, and links to them. */
  PODMAN {
    @Override
    void add(byte[] layer, int number, TestLayer archive) {
      String name = TestLayer.sha256(layer) + ".tar";
      archive.file(name, layer);
      archive.link(TestLayer.sha256(new byte[] {(byte) number}) + "/layer.tar", "../" + name);
    }
  };

  abstract void add(byte[] layer, int number, TestLayer archive);

  /** An archive with these layers, in that order, between other files. */
  byte[] archive(List<TestLayer> layers) {
    TestLayer archive = new TestLayer();
    archive.file(
        "blobs/sha256/" + TestLayer.sha256(new byte[] {99}), "{\"architecture\":\"amd64\"}");
    for (TestLayer layer : layers) {
      add(layer.toBytes(), layers.indexOf(layer), archive);
    }
    return archive.file("manifest.json", "[{}]").file("repositories", "{}").toBytes();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
