package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A line of the preview. Its parts are made once and filled anew for each row. */
final class PruneCell extends ListCell<PruneRow> {
  private final UiTexts texts;
  private final Clock clock;
  private final PruneModel model;
  private final Icon mark = new Icon("goes", Icon.ROW_SIZE);
  private final Region dot = new Region();
  private final Label key = new Label();
  private final Label packages = new Label();
  private final Label why = new Label();
  private final Label size = new Label();
  private final Button keep = new Button();
  private final HBox imageRow = new HBox(mark, key, packages, why, keep, size);
  private final Icon fold = new Icon("right", Icon.ROW_SIZE);
  private final Label group = new Label();
  private final Label counts = new Label();
  private final Label groupSize = new Label();
  private final Label groupHits = new Label();
  private final HBox groupRow = new HBox(fold, dot, group, counts, groupHits, groupSize);
  private final HoverTip tip = HoverTip.on(this);

  /**
   * A line that is filled later.
   *
   * @param pin keeps an image for good
   */
  PruneCell(UiTexts texts, Clock clock, PruneModel model, Consumer<CacheReference> pin) {
    this.texts = texts;
    this.clock = clock;
    this.model = model;
    keep.setText(texts.text("prune.keep"));
    getStyleClass().add("prune-cell");
    imageRow.getStyleClass().add("prune-row");
    groupRow.getStyleClass().add("prune-row");
    imageRow.setMinWidth(0);
    groupRow.setMinWidth(0);
    mark.setOnMouseClicked(
        event -> {
          if (getItem() instanceof PruneRow.Image row) {
            model.toggle(row.image().reference());
            event.consume();
          }
        });
    // Also where the icon is not painted.
    mark.setPickOnBounds(true);
    keep.getStyleClass().addAll("link", "small-link");
    // The keyboard has Enter, and rows are too many to stop at each.
    keep.setFocusTraversable(false);
    keep.setMinWidth(Region.USE_PREF_SIZE);
    keep.setOnAction(
        _ -> {
          if (getItem() instanceof PruneRow.Image row) {
            pin.accept(row.image().reference());
          }
        });
    key.getStyleClass().addAll("mono", "key");
    why.getStyleClass().addAll("small", "why");
    packages.getStyleClass().add("small");
    size.getStyleClass().addAll("small", "size");
    group.getStyleClass().add("semibold");
    counts.getStyleClass().addAll("small", "counts");
    groupHits.getStyleClass().addAll("small", "why");
    groupSize.getStyleClass().addAll("small", "size");
    Nodes.growing(packages);
    Nodes.growing(counts);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    // A graphic is laid out at its own width; it has to be told the cell's.
    imageRow.prefWidthProperty().bind(widthProperty());
    groupRow.prefWidthProperty().bind(widthProperty());
    setOnMouseClicked(
        _ -> {
          if (getItem() instanceof PruneRow.Group row) {
            model.rows().toggle(row.language());
          }
        });
  }

  @Override
  protected void updateItem(PruneRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().removeAll("group", "image");
    tip.setText("");
    setText(null);
    if (empty) {
      setGraphic(null);
      return;
    }
    switch (row) {
      case PruneRow.Group shown -> showGroup(shown);
      case PruneRow.Image shown -> showImage(shown);
    }
  }

  private void showGroup(PruneRow.Group row) {
    String name = LanguageLook.displayName(row.language());
    getStyleClass().add("group");
    fold.setName(row.open() ? "down" : "right");
    dot.getStyleClass().setAll("dot", LanguageLook.styleClass(row.language()));
    group.setText(name);
    counts.setText(texts.text("prune.group", row.going(), row.going() + row.staying()));
    groupHits.setText(
        row.cost()
            .filter(cost -> row.going() > 0 && model.planProperty().get().isTelling(cost))
            .map(cost -> texts.text("prune.group.hits", cost.hits()))
            .orElse(""));
    groupHits
        .getStyleClass()
        .setAll(
            "label",
            "small",
            "why",
            row.cost().filter(RemovalPlan.Cost::isDear).isPresent() ? "warn" : "text2");
    groupSize.setText(row.going() == 0 ? "–" : ByteText.cell(row.freed()));
    setGraphic(groupRow);
    setAccessibleText(
        texts.text(row.open() ? "prune.group.open" : "prune.group.closed", name, counts.getText()));
  }

  private void showImage(PruneRow.Image row) {
    CachedImage image = row.image();
    Optional<KeepReason> stays = row.stays();
    getStyleClass().add("image");
    imageRow.getStyleClass().setAll("prune-row", stays.isPresent() ? "stays" : "goes");
    mark.setName(stays.map(KeptRow::icon).orElse(row.isMissed() ? "alert" : "goes"));
    keep.setVisible(stays.isEmpty());
    why.getStyleClass().setAll("label", "small", "why", row.isMissed() ? "missed" : "usual");
    mark.getStyleClass().setAll("icon", stays.map(PruneCell::style).orElse("warn"));
    key.setText(image.reference().tag());
    packages.setText(
        image
            .packages()
            .map(PackageLabel::line)
            .orElseGet(() -> texts.text("prune.packages.unknown")));
    why.setText(stays.map(ReasonText::brief).orElseGet(() -> use(row)));
    size.setText(ByteText.cell(row.own()));
    String reason =
        stays
            .map(ReasonText::full)
            .orElseGet(() -> texts.text("prune.goes", image.reference(), use(row)));
    // A narrow window has no room for long names.
    String keys = stays.isEmpty() ? "\n" + texts.text("prune.row.keys") : "";
    tip.setText(packages.getText() + "\n" + reason + keys);
    setGraphic(imageRow);
    setAccessibleText(String.join(", ", key.getText(), packages.getText(), reason, size.getText()));
  }

  /** {@code used 17 d ago · 3 hits}, or when it was made where no use is recorded. */
  private String use(PruneRow.Image row) {
    Instant now = clock.instant();
    String made = texts.text("prune.made", RelativeTime.ago(row.image().image().createdAt(), now));
    return row.use()
        .map(
            use ->
                use.lastUsed()
                    .map(time -> texts.text("prune.used", RelativeTime.ago(time, now), use.hits()))
                    .orElse(made))
        .orElse(made);
  }

  private static String style(KeepReason reason) {
    return reason instanceof KeepReason.InUse ? "ok" : "text2";
  }
}
