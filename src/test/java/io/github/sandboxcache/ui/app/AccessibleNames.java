package io.github.sandboxcache.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;

/** Finds what a screen reader would meet without knowing what to say. FX thread only. */
public final class AccessibleNames {
  private static final Set<AccessibleRole> SILENT =
      Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

  private AccessibleNames() {}

  /** What can have the focus under that node and has no name or no role. */
  public static List<String> missing(Parent root) {
    List<Node> reachable = new ArrayList<>();
    collect(root, reachable);
    Set<Node> labelled =
        root.lookupAll(".label").stream()
            .filter(Label.class::isInstance)
            .map(label -> ((Label) label).getLabelFor())
            .collect(Collectors.toSet());
    return reachable.stream()
        .filter(node -> !(isNamed(node) || labelled.contains(node)) || isSilent(node))
        .map(node -> node + " as " + node.getAccessibleRole() + " in " + node.getParent())
        .toList();
  }

  /** How many nodes under that one can have the focus. */
  public static int reachable(Parent root) {
    List<Node> found = new ArrayList<>();
    collect(root, found);
    return found.size();
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    if (node instanceof Parent parent && isOpen(node)) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** A control speaks for its own parts; only those that hold others are looked into. */
  private static boolean isOpen(Node node) {
    return !(node instanceof Control)
        || node instanceof ScrollPane
        || node instanceof TabPane
        || node instanceof ListView<?>
        || node instanceof TreeTableView<?>
        || node instanceof Cell<?>;
  }

  private static boolean isNamed(Node node) {
    String text = node.getAccessibleText();
    return (text != null && !text.isBlank())
        || (node instanceof Labeled labeled
            && labeled.getText() != null
            && !labeled.getText().isBlank());
  }

  private static boolean isSilent(Node node) {
    return SILENT.contains(node.getAccessibleRole());
  }
}
