package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SizedPath;
import io.github.sandboxcache.domain.contents.WasteKind;
import io.github.sandboxcache.domain.install.AskedNames;
import io.github.sandboxcache.domain.layers.Layer;
import io.github.sandboxcache.domain.registry.TransferNotes.Pulled;
import io.github.sandboxcache.service.Inspection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code inspect}. All texts but the reference come from the image or the engine
 * and are untrusted.
 *
 * @param packages what is installed above the base
 * @param asked what the image was asked to have; null when nothing tells it
 * @param layers all of its layers, lowest first
 * @param usedBy the names of the containers made from it; null when the engine does not say
 * @param tags every reference of the image, foreign ones included
 * @param baseImage what it was made from, by name; null when that is not known
 * @param baseOutdated whether that name is another image's now; null when the image does not say
 *     what it was made from, or no image has the name
 * @param sessionFiles what is of a session rather than of packages
 * @param waste what can mostly be done without
 * @param problems what could not be read, and how often that was met
 * @param files the largest files and directories of its own layers; null when not asked for
 * @param pulled from which registry it came; null when nothing tells
 */
record InspectDocument(
    String reference,
    String imageId,
    List<PackageDocument> packages,
    @Nullable Asked asked,
    List<OfLayer> layers,
    @Nullable List<String> usedBy,
    List<String> tags,
    Map<String, String> labels,
    @Nullable String baseImage,
    @Nullable Boolean baseOutdated,
    SessionFiles sessionFiles,
    List<Waste> waste,
    Map<String, Long> problems,
    @Nullable Files files,
    @Nullable OriginDocument pulled) {

  /**
   * One package.
   *
   * @param version empty when its metadata tells none
   * @param sizeBytes unpacked; null when nothing trustworthy says it
   * @param asked whether somebody asked for it; else another one needs it
   */
  record PackageDocument(String name, String version, @Nullable Long sizeBytes, boolean asked) {}

  /**
   * What the image was asked to have.
   *
   * @param from {@code label}, {@code log}, {@code key} or {@code guess}
   */
  record Asked(List<String> packages, @Nullable String from) {}

  /**
   * One layer.
   *
   * @param sizeBytes null when it is not known
   * @param createdBy the command that made it; null when it is not known
   * @param sharedWith how many other images have it; null when that is not known
   * @param own whether it is above the base
   */
  record OfLayer(
      String diffId,
      @Nullable Long sizeBytes,
      @Nullable String createdBy,
      @Nullable String createdAt,
      @Nullable Integer sharedWith,
      boolean own) {}

  /** Some files together, the largest of them first. */
  record SessionFiles(long files, long bytes, List<OfPath> largest) {}

  /** One kind of waste: {@code cache}, {@code bytecode}, {@code tests} or {@code docs}. */
  record Waste(String kind, long files, long bytes) {}

  /** A file or directory, by its path from the root. */
  record OfPath(String path, long bytes) {}

  /** The files of the own layers. */
  record Files(
      long files, long bytes, List<OfPath> largestFiles, List<OfPath> largestDirectories) {}

  static InspectDocument of(
      CachedImage image,
      Inspection inside,
      Catalog catalog,
      Optional<Pulled> origin,
      boolean withFiles) {
    ReferenceNaming naming = catalog.snapshot().naming();
    OwnFiles files = inside.contents().files();
    return new InspectDocument(
        image.reference().toString(),
        image.image().id(),
        packages(image, inside),
        inside.asked().map(InspectDocument::asked).orElse(null),
        layers(image, inside, catalog),
        image.users().known() ? image.users().names() : null,
        image.image().references().stream().map(naming::shortName).distinct().toList(),
        new TreeMap<>(image.image().labels()),
        inside.base().name(image.image()).orElse(null),
        inside.base().outdated(image.image(), catalog.snapshot()).orElse(null),
        new SessionFiles(
            files.session().count().files(),
            files.session().count().bytes(),
            paths(files.session().largest())),
        waste(files),
        problems(inside),
        withFiles ? files(files) : null,
        origin.map(OriginDocument::of).orElse(null));
  }

  private static List<PackageDocument> packages(CachedImage image, Inspection inside) {
    AskedNames asked = AskedNames.of(image.language(), inside.asked());
    return inside.contents().packages().stream()
        .map(each -> document(each, asked.contains(each.name(), each.asked())))
        .toList();
  }

  static PackageDocument document(InstalledPackage each, boolean asked) {
    return new PackageDocument(
        each.name(), each.version(), Documents.number(each.sizeBytes()), asked);
  }

  private static Asked asked(AskedPackages known) {
    return new Asked(known.names(), Documents.packagesFrom(Optional.of(known)));
  }

  private static List<OfLayer> layers(CachedImage image, Inspection inside, Catalog catalog) {
    List<Layer> measured =
        catalog.layers().graph().map(graph -> graph.layers(image.image().id())).orElse(List.of());
    List<OfLayer> layers = new ArrayList<>();
    List<String> diffIds = inside.stack().diffIds();
    for (int i = 0; i < diffIds.size(); i++) {
      boolean own = i >= inside.base().layers();
      layers.add(
          measured.size() == diffIds.size()
              ? layer(measured.get(i), own)
              : new OfLayer(diffIds.get(i), null, null, null, null, own));
    }
    return layers;
  }

  private static OfLayer layer(Layer layer, boolean own) {
    return new OfLayer(
        layer.diffId(),
        layer.size().known() ? layer.size().bytes() : null,
        layer.createdBy().isEmpty() ? null : layer.createdBy(),
        layer.createdAt().map(Instant::toString).orElse(null),
        layer.images() - 1,
        own);
  }

  private static List<Waste> waste(OwnFiles files) {
    List<Waste> waste = new ArrayList<>();
    for (WasteKind kind : WasteKind.values()) {
      FileCount count = files.waste().getOrDefault(kind, FileCount.NONE);
      if (count.files() > 0) {
        waste.add(new Waste(kind.name().toLowerCase(Locale.ROOT), count.files(), count.bytes()));
      }
    }
    return waste;
  }

  private static Map<String, Long> problems(Inspection inside) {
    Map<String, Long> problems = new TreeMap<>();
    inside.contents().problems().forEach((problem, count) -> problems.put(problem.name(), count));
    return problems;
  }

  private static Files files(OwnFiles files) {
    FileCount all = files.tree().count();
    return new Files(
        all.files(), all.bytes(), paths(files.largestFiles()), paths(files.largestDirectories()));
  }

  private static List<OfPath> paths(List<SizedPath> paths) {
    return paths.stream().map(path -> new OfPath(path.path(), path.bytes())).toList();
  }
}
