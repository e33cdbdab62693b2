package io.github.sandboxcache.ui.app;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;

/** What a screen reader says of where the keyboard is. FX thread only. */
final class Spoken {
  private Spoken() {}

  /** Name, content and role of what has the focus, or of the item that has it in there. */
  static String focus(Scene scene) {
    Node owner = scene.getFocusOwner();
    Node item =
        owner.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM) instanceof Node inside
            ? inside
            : owner;
    String name = item.getAccessibleText() == null ? label(item) : item.getAccessibleText();
    String text = text(item);
    boolean told = name.contains(text) || text.isEmpty();
    return Stream.of(name, told ? "" : text)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "))
        + " ("
        + role(item)
        + ")";
  }

  private static String text(Node node) {
    Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return Optional.ofNullable(text).map(Object::toString).orElse("");
  }

  private static String label(Node node) {
    return node.getScene().getRoot().lookupAll(".label").stream()
        .filter(label -> label instanceof Label named && node.equals(named.getLabelFor()))
        .map(label -> ((Label) label).getText())
        .findFirst()
        .orElse("");
  }

  private static String role(Node node) {
    Object role = node.queryAccessibleAttribute(AccessibleAttribute.ROLE);
    AccessibleRole told = role instanceof AccessibleRole known ? known : node.getAccessibleRole();
    return told.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
