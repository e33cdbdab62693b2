package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.registry.Presence;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableRow.BaseRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import io.github.sandboxcache.ui.cache.TableRow.InstallingRow;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * Whether an image is being made, is pinned, in use, has others made from it, is in the team's
 * registry, or would go with the next prune.
 */
final class StatusCell extends RowCell {
  private final UiTexts texts;
  private final Label pin = marked("pin", "text2");
  private final Label use = marked("use", "ok");
  private final Label layers = marked("layers", "text2");
  private final Label registry = marked("registry", "text2");
  private final Label goes = marked("goes", "warn");
  private final Label install = marked("download", "accent");
  private final HBox box = new HBox(8, pin, use, layers, registry, goes, install);

  StatusCell(UiTexts texts) {
    this.texts = texts;
    box.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  void showImage(ImageRow row) {
    show(
        row.pinned(),
        row.image().users().containers().size(),
        row.children(),
        row.registry() instanceof Presence.There,
        row.goes());
  }

  @Override
  void showBase(BaseRow row) {
    show(false, row.image().users().containers().size(), row.children(), false, false);
  }

  @Override
  void showMore(MoreRow row) {
    List.of(pin, use, layers, registry, install).forEach(label -> show(label, false, ""));
    show(goes, true, String.valueOf(row.going()));
    tell(row.going() > 0 ? List.of(texts.text("images.status.goes.more", row.going())) : List.of());
  }

  @Override
  void showInstalling(InstallingRow row) {
    List.of(pin, use, layers, registry, goes).forEach(label -> show(label, false, ""));
    Nodes.show(install, true);
    install.setGraphic(
        new Icon(row.image().waiting() ? "clock" : "download", Icon.ROW_SIZE).styled("accent"));
    tell(List.of(InstallingText.of(row, texts)));
  }

  private void show(boolean pinned, int users, int children, boolean inRegistry, boolean going) {
    List<String> words = new ArrayList<>();
    Nodes.show(install, false);
    show(pin, pinned, "");
    show(use, users > 0, String.valueOf(users));
    show(layers, children > 0, String.valueOf(children));
    show(registry, inRegistry, "");
    show(goes, going, "");
    if (pinned) {
      words.add(texts.text("images.status.pinned"));
    }
    if (users > 0) {
      words.add(texts.text("images.status.use", users));
    }
    if (children > 0) {
      words.add(texts.text("images.status.layers", children));
    }
    if (inRegistry) {
      words.add(texts.text("images.status.registry"));
    }
    if (going) {
      words.add(texts.text("images.status.goes"));
    }
    tell(words);
  }

  private void tell(List<String> words) {
    setAccessibleText(String.join(", ", words));
    if (words.isEmpty()) {
      setGraphic(null);
    } else {
      setGraphic(box);
      tip(String.join("\n", words));
    }
  }

  private static void show(Label label, boolean visible, String text) {
    Nodes.show(label, visible);
    label.setText(text);
  }

  private static Label marked(String icon, String styleClass) {
    Label label = new Label("", new Icon(icon, Icon.ROW_SIZE).styled(styleClass));
    label.getStyleClass().addAll("status", "small", styleClass);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
