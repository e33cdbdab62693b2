package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.history.ImageRecipe;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it takes to make an image again, as it stands in the database beside the image's name and
 * the packages it was asked to have: four lists, of the base's name, of its id, of the labels, and
 * of what is installed. A list of nothing stands for what is not known, so the installed packages
 * have one around them.
 */
final class StoredRecipe {
  private StoredRecipe() {}

  static String write(ImageRecipe recipe) {
    return TextList.write(
        List.of(
            TextList.write(recipe.baseName().stream().toList()),
            TextList.write(recipe.baseId().stream().toList()),
            TextList.write(
                recipe.labels().entrySet().stream()
                    .flatMap(label -> Stream.of(label.getKey(), label.getValue()))
                    .toList()),
            TextList.write(recipe.installed().map(ContentsTable::texts).stream().toList())));
  }

  static ImageRecipe read(String text, String name, String imageId, Optional<AskedPackages> asked)
      throws SQLException {
    try {
      List<String> parts = TextList.parse(text).orElseThrow();
      List<String> labels = TextList.parse(parts.get(2)).orElseThrow();
      Map<String, String> byName = new HashMap<>();
      for (int i = 0; i < labels.size(); i += 2) {
        byName.put(labels.get(i), labels.get(i + 1));
      }
      return new ImageRecipe(
          (CacheReference) SandboxReference.parse(name).orElseThrow(),
          imageId,
          asked,
          installed(TextList.parse(parts.get(3)).orElseThrow()),
          TextList.parse(parts.get(0)).orElseThrow().stream().findFirst(),
          TextList.parse(parts.get(1)).orElseThrow().stream().findFirst(),
          byName);
    } catch (RuntimeException e) {
      throw new SQLException("the recipe of " + name + " is not legible", e);
    }
  }

  private static Optional<List<InstalledPackage>> installed(List<String> list) {
    return list.stream()
        .findFirst()
        .map(texts -> TextList.parse(texts).flatMap(ContentsTable::packages).orElseThrow());
  }
}
