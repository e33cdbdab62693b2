package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Says over the table what the unused images are together, while only these are shown. */
public final class UnusedBarController {
  private final ImagesModel images;
  private final FilterModel filter;
  private final UiTexts texts;

  @FXML private Node root;
  @FXML private Label sum;

  /** For that table and what narrows it. */
  public UnusedBarController(ImagesModel images, FilterModel filter, UiTexts texts) {
    this.images = images;
    this.filter = filter;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    images
        .contentProperty()
        .subscribe(
            content -> {
              Nodes.show(root, content.unused().isPresent());
              sum.setText(content.unused().map(this::words).orElse(""));
            });
  }

  @FXML
  private void onShowAll() {
    filter.clear();
  }

  private String words(UnusedImages.Sum unused) {
    if (!unused.known()) {
      return texts.text("images.unused.unknown");
    }
    String bytes = ByteText.summary(unused.freed());
    return unused
        .since()
        .map(since -> texts.text("images.unused.since", unused.images(), UseText.day(since), bytes))
        .orElseGet(
            () ->
                texts.text(
                    "images.unused.sum",
                    unused.images(),
                    RelativeTime.span(RecentUse.RECENT),
                    bytes));
  }
}
