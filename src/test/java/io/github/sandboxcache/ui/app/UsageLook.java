package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.ui.app.TestWindow.Setup;

/** How large the window is, and whether it is dark. */
enum UsageLook {
  LIGHT(1280, 820, false),
  DARK(1280, 820, true),
  SMALL_LIGHT(960, 620, false),
  SMALL_DARK(960, 620, true);

  private final int width;
  private final int height;
  private final boolean dark;
  private final String suffix;

  UsageLook(int width, int height, boolean dark) {
    this.width = width;
    this.height = height;
    this.dark = dark;
    this.suffix = (width < 1000 ? "-small" : "") + (dark ? "-dark" : "-light");
  }

  /** The end of a picture's name. */
  String suffix() {
    return suffix;
  }

  /** A window of that look on a cache with that past, its charts unfolded. */
  TestWindow open(UsageSample sample) {
    Setup light = Setup.light(width, height);
    SampleCache cache = SampleCache.believable(TestWindow.NOW);
    TestWindow window =
        TestWindow.open(cache, sample.ledger(TestWindow.NOW), dark ? light.dark() : light);
    Toolkit.run(
        () -> {
          window.window().cache().rangeProperty().set(sample.range());
          window.window().layout().usageFoldedProperty().set(false);
        });
    return window;
  }
}
