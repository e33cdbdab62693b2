package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.WasteKind;

/** What is inside images, in words. */
public final class ContentsText {
  private ContentsText() {}

  /** What kind of files that is: {@code bytecode}. */
  public static String waste(WasteKind kind) {
    return switch (kind) {
      case CACHE -> Texts.text("waste.cache");
      case BYTECODE -> Texts.text("waste.bytecode");
      case TESTS -> Texts.text("waste.tests");
      case DOCS -> Texts.text("waste.docs");
    };
  }

  /**
   * What could not be read, as a sentence.
   *
   * @param count how often it was met
   */
  public static String problem(ContentsProblem problem, long count) {
    return switch (problem) {
      case LAYER_MISSING -> Texts.text("contents.layer-missing", count);
      case LAYER_DAMAGED -> Texts.text("contents.layer-damaged", count);
      case LAYER_PACKED -> Texts.text("contents.layer-packed", count);
      case TOO_LARGE -> Texts.text("contents.too-large", count);
      case ODD_PATH -> Texts.text("contents.odd-path", count);
      case TOO_MANY_DIRECTORIES -> Texts.text("contents.too-many-directories", count);
      case TOO_MANY_PACKAGES -> Texts.text("contents.too-many-packages", count);
      case TOO_MANY_DELETIONS -> Texts.text("contents.too-many-deletions", count);
      case METADATA_TOO_LONG -> Texts.text("contents.metadata-too-long", count);
      case METADATA_BROKEN -> Texts.text("contents.metadata-broken", count);
      case METADATA_LIES -> Texts.text("contents.metadata-lies", count);
      case BASE_UNREADABLE -> Texts.text("contents.base-unreadable", count);
    };
  }
}
