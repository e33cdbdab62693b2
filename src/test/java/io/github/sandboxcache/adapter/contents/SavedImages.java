package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Reads what tests put together. */
final class SavedImages {
  static final TestLayer BASE = new TestLayer().file("etc/os-release", "ID=debian");

  private SavedImages() {}

  /** An image whose layers are all above {@link #BASE}. */
  static ImageContents above(TestLayer... own) {
    List<TestLayer> layers = Stream.concat(Stream.of(BASE), Stream.of(own)).toList();
    return read(ArchiveForm.DOCKER_28.archive(layers), stack(1, layers));
  }

  static LayerStack stack(int baseLayers, List<TestLayer> layers) {
    return LayerStack.above(baseLayers, layers.stream().map(TestLayer::diffId).toList());
  }

  static ImageContents read(byte[] archive, LayerStack stack) {
    try {
      return new SavedImageReader()
          .read(new ByteArrayInputStream(archive), stack, _ -> {}, new Cancellation());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Packages as {@code name version}, those asked for with a star. */
  static List<String> packages(ImageContents contents) {
    return contents.packages().stream()
        .map(each -> (each.asked() ? "*" : "") + each.name() + " " + each.version())
        .toList();
  }

  static InstalledPackage find(String name, ImageContents contents) {
    return contents.packages().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Candidates as {@code name version}, those that are marked with a star. */
  static List<String> candidates(ImageContents contents) {
    return contents.candidates().stream().map(SavedImages::text).sorted().toList();
  }

  private static String text(Candidate each) {
    String written = each.written().map(text -> " " + text).orElse("");
    return (each.marked() ? "*" : "") + each.name() + " " + each.version() + written;
  }
}
