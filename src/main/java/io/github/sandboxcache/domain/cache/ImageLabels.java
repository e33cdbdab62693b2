package io.github.sandboxcache.domain.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels by which a cached image says what is in it. Read as untrusted text. */
public final class ImageLabels {
  public static final String PREFIX = "io.github.sandboxcache.";
  public static final String LANGUAGE = PREFIX + "language";
  public static final String PACKAGES = PREFIX + "packages";
  public static final String BASE_IMAGE = PREFIX + "base-image";
  public static final String BASE_IMAGE_ID = PREFIX + "base-image-id";
  public static final String VERSION = PREFIX + "version";

  /** How the labels begin by which an install knows what it made itself. */
  public static final String INSTALL = PREFIX + "install.";

  private static final int MAX_LABEL_CHARS = 64 * 1024;

  private ImageLabels() {}

  /** The labels of an image made by an install. */
  public static Map<String, String> of(
      Language language,
      List<String> packages,
      String baseImage,
      String baseImageId,
      String version) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(LANGUAGE, language.name());
    labels.put(PACKAGES, TextList.write(packages));
    labels.put(BASE_IMAGE, baseImage);
    labels.put(BASE_IMAGE_ID, baseImageId);
    labels.put(VERSION, version);
    return labels;
  }

  /** The packages an image says it was made with, or empty when it does not say so legibly. */
  public static Optional<List<String>> packages(Map<String, String> labels) {
    return Optional.ofNullable(labels.get(PACKAGES))
        .filter(json -> json.length() <= MAX_LABEL_CHARS)
        // Anybody can write a label; one that is not ours simply tells nothing.
        .flatMap(TextList::parse);
  }
}
