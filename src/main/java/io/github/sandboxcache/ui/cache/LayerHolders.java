package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.UsageText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The other images that have a layer, and what removals free.
 *
 * @param others cached images first
 * @param alone what the removal of the image alone frees; empty for an image that is never removed,
 *     and while layers are being measured
 * @param together the same of all cached images that have the layer; empty where it is the same
 * @param images how many those are
 */
record LayerHolders(
    List<Holder> others, Optional<ByteCount> alone, Optional<ByteCount> together, int images) {
  private static final int ID_LENGTH = "sha256:".length() + 12;

  LayerHolders {
    others = List.copyOf(others);
  }

  /**
   * An image that has the layer.
   *
   * @param languageClass its language's colours
   * @param name its name, in short
   * @param note its packages, or what it is
   * @param value its hits; may be empty
   */
  record Holder(String languageClass, String name, String note, String value) {}

  /**
   * Of a layer.
   *
   * @param image the image that is shown
   * @param row the chosen layer; empty for none
   */
  static LayerHolders of(EngineImage image, Optional<LayerRow> row, CacheView view, UiTexts texts) {
    Catalog catalog = view.state().catalog();
    Set<String> ids = new HashSet<>(row.map(LayerRow::imageIds).orElse(List.of()));
    List<CachedImage> shown = cached(catalog, Set.of(image.id()));
    List<CachedImage> all = cached(catalog, ids);
    List<Holder> others = new ArrayList<>();
    Set<String> told = new HashSet<>(Set.of(image.id()));
    for (CachedImage other : all) {
      if (told.add(other.image().id())) {
        others.add(holder(other, view, texts));
      }
    }
    catalog.snapshot().images().stream()
        .filter(other -> ids.contains(other.id()) && told.add(other.id()))
        .map(other -> holder(other, texts))
        .forEach(others::add);
    int images = (int) all.stream().map(other -> other.image().id()).distinct().count();
    return new LayerHolders(
        others,
        shown.isEmpty() ? Optional.empty() : catalog.freedBy(shown),
        shown.isEmpty() || images < 2 ? Optional.empty() : catalog.freedBy(all),
        images);
  }

  private static List<CachedImage> cached(Catalog catalog, Set<String> ids) {
    return catalog.cached().stream().filter(image -> ids.contains(image.image().id())).toList();
  }

  private static Holder holder(CachedImage image, CacheView view, UiTexts texts) {
    long hits = view.usage().report().of(image.reference()).count().hits();
    String range = texts.text("usage.range." + UsageText.key(view.usage().range()));
    return new Holder(
        LanguageLook.styleClass(image.language()),
        image.reference().tag(),
        image.packages().map(PackageLabel::line).orElse(texts.text("images.no-packages")),
        texts.text("details.usage.hits", hits, range));
  }

  private static Holder holder(EngineImage image, UiTexts texts) {
    String id = image.id();
    return image.references().stream()
        .sorted()
        .findFirst()
        .map(name -> new Holder(LanguageLook.UNKNOWN, PlainText.line(name), "", ""))
        .orElseGet(
            () ->
                new Holder(
                    LanguageLook.UNKNOWN,
                    PlainText.line(id.substring(0, Math.min(id.length(), ID_LENGTH))),
                    texts.text("layers.untagged"),
                    ""));
  }
}
