package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.SegmentBar.Segment;
import java.util.List;
import java.util.Optional;

/**
 * What an image takes, in words and as a bar.
 *
 * @param known whether it is known what is shared
 * @param shared what other images have too
 * @param own what only this image has
 * @param total both together
 * @param sharedFraction the shared part of the whole, 0 to 1
 */
record SizeText(boolean known, String shared, String own, String total, double sharedFraction) {
  static SizeText of(EngineImage image, Optional<ByteCount> own) {
    long whole = image.sizeBytes().orElse(0);
    long shared = own.map(bytes -> Math.max(0, whole - bytes.bytes())).orElse(0L);
    return new SizeText(
        own.isPresent(),
        ByteText.cell(own.map(bytes -> new ByteCount(shared, bytes.accuracy()))),
        ByteText.cell(own),
        DecimalSize.text(image.sizeBytes()),
        whole == 0 ? 0 : (double) shared / whole);
  }

  List<Segment> bar() {
    return known
        ? List.of(Segment.plain(sharedFraction, "shared"), Segment.plain(1 - sharedFraction, "own"))
        : List.of(Segment.plain(1, "own"));
  }
}
