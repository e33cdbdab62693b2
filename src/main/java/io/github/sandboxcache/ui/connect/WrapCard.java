package io.github.sandboxcache.ui.connect;

import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.controlsfx.control.SegmentedButton;

/** For servers that write no log: what to tell the client instead. FX thread only. */
final class WrapCard extends VBox {
  private static final double HEAD_GAP = 8;

  private final String ownCommand;
  private final UiTexts texts;
  private final ObjectProperty<WrapClient> client =
      new SimpleObjectProperty<>(WrapClient.CLAUDE_CODE);
  private final TextFlow command = Nodes.growing(new TextFlow());
  private final Label note = new Label();

  /**
   * A card that shows what Claude Code is told.
   *
   * @param ownCommand what starts this app's verbs, a name or a path
   * @param copy puts a text on the clipboard
   */
  WrapCard(String ownCommand, Consumer<String> copy, UiTexts texts) {
    this.ownCommand = ownCommand;
    this.texts = texts;
    getStyleClass().addAll("card", "connect-card", "wrap-card");
    Label title = new Label(texts.text("connect.wrap"), new Icon("terminal"));
    title.setGraphicTextGap(HEAD_GAP);
    title.getStyleClass().addAll("semibold", "small");
    title.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, Nodes.spring(), clients());
    head.getStyleClass().add("connect-card-head");
    note.getStyleClass().addAll("small", "text2");
    note.setWrapText(true);
    note.setText(texts.text("connect.wrap.note"));
    HoverTip.bind(note, note.textProperty());
    getChildren().addAll(head, box(copy), note);
    client.subscribe(this::show);
  }

  private SegmentedButton clients() {
    Map<ToggleButton, WrapClient> choices = new LinkedHashMap<>();
    for (WrapClient each : WrapClient.values()) {
      String name = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
      ToggleButton choice = new ToggleButton(texts.text("connect.wrap." + name));
      choice.setId("wrap-" + name);
      choices.put(choice, each);
    }
    SegmentedButton segments = new SegmentedButton(choices.keySet().toArray(ToggleButton[]::new));
    segments.setAccessibleText(texts.text("connect.wrap.clients"));
    segments.setMaxHeight(USE_PREF_SIZE);
    segments.setMinWidth(USE_PREF_SIZE);
    segments.getStyleClass().addAll("segments", "small-segments");
    ChoiceSegments.bind(segments, choices, client);
    return segments;
  }

  private HBox box(Consumer<String> copy) {
    command.getStyleClass().add("text-flow");
    command.setAccessibleRole(AccessibleRole.TEXT);
    Button button = new Button();
    button.setId("copyWrap");
    button.setGraphic(new Icon("copy"));
    button.setAccessibleText(texts.text("connect.wrap.copy"));
    button.getStyleClass().addAll("quiet", "icon-only", "in-row");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> copy.accept(client.get().text(ownCommand, server())));
    HBox box = new HBox(command, button);
    box.getStyleClass().add("wrap-command");
    return box;
  }

  private void show(WrapClient chosen) {
    command
        .getChildren()
        .setAll(chosen.pieces(ownCommand, server()).stream().map(WrapCard::text).toList());
    command.setAccessibleText(chosen.text(ownCommand, server()));
  }

  private static Text text(WrapClient.Piece piece) {
    Text text = new Text(piece.text());
    text.getStyleClass().addAll("text", "mono");
    if (piece.added()) {
      text.getStyleClass().add("added");
    }
    return text;
  }

  private String server() {
    return texts.text("connect.wrap.server");
  }
}
