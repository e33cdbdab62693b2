package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much disk space a removal gives back, said as exactly as it is known.
 *
 * @param bytes 0 or more
 * @param atLeast true when at least that much comes free; false when at most that much does,
 *     because the engine did not say what the images share. Without the size of an image there is
 *     no such limit, but still the least
 */
public record FreedBytes(long bytes, boolean atLeast) {
  /**
   * For references that go together. An image that keeps another tag frees nothing.
   *
   * @param removals the references
   */
  public static FreedBytes of(List<CachedImage> removals) {
    Map<EngineImage, Set<String>> going = new HashMap<>();
    removals.forEach(
        image ->
            going
                .computeIfAbsent(image.image(), _ -> new HashSet<>())
                .add(image.engineReference()));
    going.entrySet().removeIf(entry -> !entry.getValue().containsAll(entry.getKey().references()));
    boolean allOwn = going.keySet().stream().allMatch(image -> image.ownBytes().isPresent());
    boolean allSizes = going.keySet().stream().allMatch(image -> image.sizeBytes().isPresent());
    boolean known = allOwn || !allSizes;
    long bytes =
        going.keySet().stream()
            .mapToLong(image -> (known ? image.ownBytes() : image.sizeBytes()).orElse(0))
            .sum();
    return new FreedBytes(bytes, known);
  }

  /**
   * {@code Frees at least 3.4 GB}, or {@code Frees up to 3.4 GB} when the engine did not say what
   * images share: words that promise no more than is known.
   *
   * @param images how many images are removed
   */
  public String sentence(UiTexts texts, int images) {
    return words(texts, "frees", images);
  }

  /** The same once it is done: {@code Freed at least 3.4 GB}. */
  public String past(UiTexts texts, int images) {
    return words(texts, "freed", images);
  }

  private String words(UiTexts texts, String tense, int images) {
    return images == 0
        ? texts.text(tense + ".nothing")
        : texts.text(tense + (atLeast ? ".at-least" : ".up-to"), DecimalSize.summary(bytes));
  }
}
