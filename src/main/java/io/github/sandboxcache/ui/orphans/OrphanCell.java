package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.domain.orphans.NamingReport.Why.NotProven;
import io.github.sandboxcache.domain.orphans.ProvenName;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.NamingText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.orphans.OrphansView.Proof;
import io.github.sandboxcache.ui.orphans.OrphansView.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A line of the list of what failed saves left. Its parts are made once. */
final class OrphanCell extends ListCell<Row> {
  private static final int MAX_CHIPS = 3;

  private final UiTexts texts;
  private final Clock clock;
  private final Region dot = new Region();
  private final Label id = new Label();
  private final HBox packages = new HBox();
  private final Label proof = new Label();
  private final Icon mark = new Icon("proof", Icon.ROW_SIZE);
  private final Label size = new Label();
  private final Label made = new Label();
  private final HBox row = new HBox(dot, id, packages, proof, size, made);
  private final HoverTip tip = HoverTip.on(this);

  /**
   * A line of a list.
   *
   * @param wide whether there is room for the age
   */
  OrphanCell(ObservableBooleanValue wide, UiTexts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
    getStyleClass().add("orphan-cell");
    row.getStyleClass().add("orphan-row");
    id.getStyleClass().addAll("mono", "id");
    packages.getStyleClass().add("packages");
    proof.setGraphic(mark);
    size.getStyleClass().add("size");
    made.getStyleClass().addAll("text2", "made");
    made.visibleProperty().bind(wide);
    made.managedProperty().bind(wide);
    Nodes.growing(packages);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    row.setMinWidth(0);
    // A graphic is laid out at its own width; it has to be told the cell's.
    row.prefWidthProperty().bind(widthProperty());
  }

  @Override
  protected void updateItem(Row item, boolean empty) {
    super.updateItem(item, empty);
    tip.setText("");
    setText(null);
    if (empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Nodes.style(
        dot, "dot", item.language().map(LanguageLook::styleClass).orElse(LanguageLook.UNKNOWN));
    id.setText(PlainText.line(item.orphan().shortId()));
    List<String> names = names(item.proof());
    showPackages(names);
    showProof(item.proof());
    size.setText(ByteText.cell(item.own()));
    made.setText(RelativeTime.ago(item.orphan().image().createdAt(), clock.instant()));
    String stays =
        item.stays().map(reason -> texts.text("orphans.stays", ReasonText.full(reason))).orElse("");
    String why = why(item.proof());
    List<String> lines = new ArrayList<>(List.of(item.orphan().id()));
    lines.addAll(names);
    lines.addAll(List.of(why, ByteText.exact(item.own()), stays));
    lines.removeIf(String::isEmpty);
    tip.setText(String.join("\n", lines));
    List<String> spoken = new ArrayList<>(List.of(id.getText()));
    spoken.addAll(item.language().map(LanguageLook::displayName).stream().toList());
    spoken.addAll(names);
    spoken.addAll(List.of(proof.getText(), size.getText(), made.getText(), stays));
    spoken.removeIf(String::isEmpty);
    setAccessibleText(String.join(", ", spoken));
    setGraphic(row);
  }

  private static List<String> names(Proof proof) {
    List<String> packages =
        switch (proof) {
          case Proof.Unread() -> List.of();
          case Proof.Proven(ProvenName name) -> name.packages();
          case Proof.Unproven(var _, var guess) -> guess;
        };
    return packages.stream().map(PackageLabel::of).map(PackageLabel::toString).toList();
  }

  private void showPackages(List<String> names) {
    packages.getChildren().clear();
    names.stream().limit(MAX_CHIPS).forEach(name -> packages.getChildren().add(chip(name)));
    if (names.size() > MAX_CHIPS) {
      packages.getChildren().add(chip("+" + (names.size() - MAX_CHIPS)));
    }
    if (names.isEmpty()) {
      Label none = new Label(texts.text("orphans.packages.unknown"));
      none.getStyleClass().add("text3");
      packages.getChildren().add(none);
    }
  }

  private static Label chip(String name) {
    Label chip = new Label(name);
    chip.getStyleClass().add("chip");
    return chip;
  }

  private void showProof(Proof shown) {
    switch (shown) {
      case Proof.Unread() -> showProof("none", "text3", texts.text("orphans.unread"));
      case Proof.Proven _ -> showProof("proof", "ok", texts.text("orphans.proven"));
      case Proof.Unproven(NotProven(), var guess) when !guess.isEmpty() ->
          showProof("info", "text2", texts.text("orphans.guess"));
      case Proof.Unproven _ -> showProof("info", "text2", texts.text("orphans.unproven"));
    }
  }

  private void showProof(String icon, String style, String words) {
    mark.setName(icon);
    Nodes.style(mark, "icon", style);
    Nodes.style(proof, "label", "small", "proof", style);
    proof.setText(words);
  }

  private String why(Proof shown) {
    return switch (shown) {
      case Proof.Unread() -> "";
      case Proof.Proven(ProvenName name) -> texts.text("orphans.proven.full", name.reference());
      case Proof.Unproven(var why, var _) -> NamingText.why(why);
    };
  }
}
