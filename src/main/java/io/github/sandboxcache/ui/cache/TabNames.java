package io.github.sandboxcache.ui.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Names tabs so that all of them can be seen: with their numbers, closer to each other and smaller
 * where there is little room, and without numbers where there is less.
 */
final class TabNames {
  private static final String FAMILY = "Sandbox Cache Sans Medium";

  /** The first that has room is taken; sizes and paddings are those of the style sheet. */
  private static final List<Fit> FITS =
      List.of(
          new Fit("spaced-tabs", 12, 10),
          new Fit("near-tabs", 12, 4),
          new Fit("close-tabs", 11, 4));

  /** Where the first name begins. */
  private static final double BEGIN = 16;

  /** What the toolkit wants free behind the last tab. */
  private static final double END = 10 + 1;

  private final TabPane pane;
  private final Map<Tab, Name> names = new LinkedHashMap<>();

  private record Name(String full, String brief) {}

  private record Fit(String styleClass, double fontSize, double padding) {}

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
    Optional<Fit> fit =
        FITS.stream().filter(each -> pane.getWidth() <= 0 || fits(each)).findFirst();
    String styleClass = fit.orElse(FITS.getLast()).styleClass();
    if (!pane.getStyleClass().contains(styleClass)) {
      pane.getStyleClass().removeAll(FITS.stream().map(Fit::styleClass).toList());
      pane.getStyleClass().add(styleClass);
    }
    names.forEach((tab, name) -> tab.setText(fit.isPresent() ? name.full() : name.brief()));
  }

  private boolean fits(Fit fit) {
    Font font = Font.font(FAMILY, fit.fontSize());
    double taken =
        pane.getTabs().stream()
            .map(tab -> names.containsKey(tab) ? names.get(tab).full() : tab.getText())
            .mapToDouble(name -> Math.ceil(width(name, font)) + 2 * fit.padding())
            .sum();
    return BEGIN - fit.padding() + taken + END <= pane.getWidth();
  }

  private static double width(String name, Font font) {
    Text text = new Text(name);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
