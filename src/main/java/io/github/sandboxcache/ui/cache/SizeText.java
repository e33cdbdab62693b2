package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.ImageParts;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an image takes, in words and as a bar.
 *
 * @param parts base, shared and own, in this order; those it does not have are left out, and all
 *     while layers are being measured
 * @param total all together
 * @param totalTip the same with every byte
 * @param bar the parts as a bar
 */
record SizeText(List<Part> parts, String total, String totalTip, List<Segment> bar) {
  SizeText {
    parts = List.copyOf(parts);
    bar = List.copyOf(bar);
  }

  /**
   * A part of its bytes.
   *
   * @param styleClass its colour, as in the bar
   * @param name what it is and who shares it
   * @param brief what it is
   * @param note who shares it
   * @param size its bytes, in short
   * @param tip every byte
   */
  record Part(String styleClass, String name, String brief, String note, String size, String tip) {}

  /**
   * Of an image.
   *
   * @param freed whether a removal frees what only it has
   */
  static SizeText of(EngineImage image, Optional<ImageParts> parts, boolean freed, UiTexts texts) {
    return parts
        .map(known -> measured(known, freed, texts))
        .orElseGet(
            () ->
                new SizeText(
                    List.of(),
                    DecimalSize.text(image.sizeBytes()),
                    DecimalSize.exact(image.sizeBytes()),
                    List.of(Segment.plain(1, "base"))));
  }

  private static SizeText measured(ImageParts parts, boolean freed, UiTexts texts) {
    List<Part> told = new ArrayList<>();
    List<Segment> bar = new ArrayList<>();
    long whole = Math.max(1, parts.total().bytes());
    if (parts.baseLayers() > 0) {
      told.add(
          part(
              "base",
              parts.baseBytes(),
              texts.text("details.part.base", parts.baseSharedWith()),
              texts.text("details.part.base.brief"),
              texts.text("details.part.in", parts.baseSharedWith() + 1)));
      bar.add(Segment.plain((double) parts.baseBytes().bytes() / whole, "base"));
    }
    if (parts.hasShared()) {
      told.add(
          part(
              "some",
              parts.sharedBytes(),
              texts.text("details.part.shared", parts.sharedWith()),
              texts.text("details.part.shared.brief"),
              texts.text("details.part.in", parts.sharedWith() + 1)));
      bar.add(Segment.plain((double) parts.sharedBytes().bytes() / whole, "some"));
    }
    told.add(
        part(
            "own",
            parts.ownBytes(),
            texts.text(freed ? "details.part.own.freed" : "details.part.own"),
            texts.text("details.part.own.brief"),
            texts.text(freed ? "details.part.own.note.freed" : "details.part.own.note")));
    bar.add(Segment.plain((double) parts.ownBytes().bytes() / whole, "own"));
    Optional<ByteCount> total = Optional.of(parts.total());
    return new SizeText(told, ByteText.cell(total), ByteText.exact(total), bar);
  }

  private static Part part(
      String styleClass, ByteCount bytes, String name, String brief, String note) {
    return new Part(
        styleClass,
        name,
        brief,
        note,
        ByteText.cell(Optional.of(bytes)),
        ByteText.exact(Optional.of(bytes)));
  }
}
