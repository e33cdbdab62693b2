package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import java.util.List;

/**
 * What an image takes, in words and as a bar.
 *
 * @param known whether the engine says what is shared
 * @param shared what other images have too
 * @param own what only this image has
 * @param total both together
 * @param sharedFraction the shared part of the whole, 0 to 1
 */
record SizeText(boolean known, String shared, String own, String total, double sharedFraction) {
  static SizeText of(EngineImage image) {
    long whole = image.sizeBytes().orElse(0);
    long own = image.ownBytes().orElse(whole);
    return new SizeText(
        image.ownBytes().isPresent(),
        DecimalSize.of(whole - own).toString(),
        DecimalSize.text(image.ownOrAllBytes()),
        DecimalSize.text(image.sizeBytes()),
        whole == 0 ? 0 : (double) (whole - own) / whole);
  }

  List<Segment> bar() {
    return known
        ? List.of(Segment.plain(sharedFraction, "shared"), Segment.plain(1 - sharedFraction, "own"))
        : List.of(Segment.plain(1, "own"));
  }
}
