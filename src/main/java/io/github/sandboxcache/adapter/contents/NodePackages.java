package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.adapter.contents.LayerFindings.Manifest;
import io.github.sandboxcache.adapter.contents.LayerFindings.Wish;
import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packages of the npm registry by the {@code package.json} in each, whoever installed them. */
final class NodePackages implements PackageReader {
  static final String MODULES = "node_modules/";
  private static final String MANIFEST = "package.json";

  @Override
  public void onFile(String path, long bytes, LayerFindings found) {
    place(path).ifPresent(place -> found.packageAt(place, Ecosystem.NPM).addBytes(bytes));
  }

  @Override
  public boolean wants(String path) {
    if (!MetadataText.isNamed(MANIFEST, path)) {
      return false;
    }
    return place(path)
        .map(place -> path.equals(place + "/" + MANIFEST))
        .orElse(!path.contains("-packages/"));
  }

  @Override
  public void read(String path, byte[] content, LayerFindings found)
      throws BrokenMetadataException {
    MetadataJson json = MetadataJson.parse(content);
    Optional<String> place = place(path);
    if (place.isEmpty()) {
      List<Wish> wishes = new ArrayList<>();
      addWishes(json.dependencies(), wishes);
      addWishes(json.moreDependencies(), wishes);
      found.addManifest(path, new Manifest(Ecosystem.NPM, wishes));
      return;
    }
    PackageDraft metadata = new PackageDraft(Ecosystem.NPM);
    metadata.name = json.name().isEmpty() ? nameIn(place.get()) : json.name();
    metadata.version = json.version();
    metadata.dependencies = MetadataText.names(json.dependencies().keySet().stream());
    if (!MetadataText.isName(metadata.name) || metadata.version.length() > MetadataText.MAX_NAME) {
      throw new BrokenMetadataException("no name");
    }
    found.describe(found.packageAt(place.get(), Ecosystem.NPM), metadata);
  }

  private static void addWishes(Map<String, String> dependencies, List<Wish> wishes) {
    dependencies.forEach((name, written) -> wishes.add(new Wish(name, written, "", true)));
  }

  /** The directory of the innermost package that a file is of. */
  private static Optional<String> place(String path) {
    int modules = path.lastIndexOf("/" + MODULES) + 1;
    if (modules == 0 && !path.startsWith(MODULES)) {
      return Optional.empty();
    }
    int from = modules + MODULES.length();
    int end = path.indexOf('/', from);
    if (end > 0 && path.charAt(from) == '@') {
      end = path.indexOf('/', end + 1);
    }
    // Names with a dot in front are of package managers: .bin, .cache, .pnpm.
    return end < 0 || path.charAt(from) == '.'
        ? Optional.empty()
        : Optional.of(path.substring(0, end));
  }

  private static String nameIn(String place) {
    return place.substring(place.lastIndexOf(MODULES) + MODULES.length());
  }
}
