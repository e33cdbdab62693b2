package io.github.sandboxcache.ui.usage;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Rows that scroll where there is no room for all. */
final class ChartScroll {
  private ChartScroll() {}

  /** Lets those rows scroll, without a bar. */
  static ScrollPane of(Node rows) {
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
    scroll.setVbarPolicy(ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(0);
    scroll.setPrefHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  /** Lets both scroll together, so that their rows stay beside each other; the second has a bar. */
  static void together(ScrollPane first, ScrollPane second) {
    first.vvalueProperty().bindBidirectional(second.vvalueProperty());
    second.setVbarPolicy(ScrollBarPolicy.AS_NEEDED);
  }
}
