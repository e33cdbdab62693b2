package io.github.sandboxcache.ui.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Names tabs so that all of them can be seen: with their numbers, smaller where there is little
 * room, and without numbers where there is less.
 */
final class TabNames {
  private static final String CLOSE = "close-tabs";

  // As in the style sheet.
  private static final String FAMILY = "Sandbox Cache Sans Medium";
  private static final double USUAL_SIZE = 12;
  private static final double CLOSE_SIZE = 11;
  private static final double PADDING = 4;

  /** Where the first name begins. */
  private static final double BEGIN = 16;

  /** What the toolkit wants free behind the last tab. */
  private static final double END = 10 + 1;

  private final TabPane pane;
  private final Map<Tab, Name> names = new LinkedHashMap<>();

  private record Name(String full, String brief) {}

  /** Of that pane. */
  TabNames(TabPane pane) {
    this.pane = pane;
    pane.widthProperty().addListener((_, _, _) -> fit());
  }

  /**
   * Names a tab.
   *
   * @param full its name with how much it holds
   * @param brief its name alone
   */
  void put(Tab tab, String full, String brief) {
    Name name = new Name(full, brief);
    if (!name.equals(names.put(tab, name))) {
      fit();
    }
  }

  private void fit() {
    boolean usual = pane.getWidth() <= 0 || fits(USUAL_SIZE);
    boolean close = fits(CLOSE_SIZE);
    if (usual) {
      pane.getStyleClass().remove(CLOSE);
    } else if (!pane.getStyleClass().contains(CLOSE)) {
      pane.getStyleClass().add(CLOSE);
    }
    names.forEach((tab, name) -> tab.setText(usual || close ? name.full() : name.brief()));
  }

  private boolean fits(double size) {
    Font font = Font.font(FAMILY, size);
    double taken =
        pane.getTabs().stream()
            .map(tab -> names.containsKey(tab) ? names.get(tab).full() : tab.getText())
            .mapToDouble(name -> Math.ceil(width(name, font)) + 2 * PADDING)
            .sum();
    return BEGIN - PADDING + taken + END <= pane.getWidth();
  }

  private static double width(String name, Font font) {
    Text text = new Text(name);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
