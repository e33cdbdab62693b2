package io.github.sandboxcache.bench.process;

import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Section;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the app takes on disk. */
public final class SizePart implements Part {
  private static final double BYTES_PER_MB = 1e6;
  private static final double MAX_INSTALLER = 75;
  private static final double MAX_INSTALLED = 150;

  @Override
  public String name() {
    return "size";
  }

  @Override
  public String needs() {
    return "--installer FILE, --installed FOLDER, or one of them";
  }

  @Override
  public Section run(Options options) throws IOException {
    List<Figure> figures = new ArrayList<>();
    Optional<String> installer = options.value("installer");
    if (installer.isPresent()) {
      String name = Path.of(installer.get()).getFileName().toString();
      figures.add(size("installer `" + name + "`", installer.get()).atMost(MAX_INSTALLER));
    }
    Optional<String> installed = options.value("installed");
    if (installed.isPresent()) {
      figures.add(size("installed, its own Java included", installed.get()).atMost(MAX_INSTALLED));
    }
    return new Section("Size", "Millions of bytes on disk.", figures, List.of());
  }

  private static Figure size(String what, String path) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(Path.of(path))) {
      for (Path file : files.filter(f -> Files.isRegularFile(f)).toList()) {
        bytes += Files.isSymbolicLink(file) ? 0 : Files.size(file);
      }
    }
    return Figure.of(what, Unit.MB, Spread.once(bytes / BYTES_PER_MB));
  }
}
