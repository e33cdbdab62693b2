package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.ui.base.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Packages as chips in one line: as many as fit, and how many more there are. */
final class ChipStrip extends Region {
  private static final double GAP = 4;

  /** No column is wide enough for more; the rest is counted. */
  private static final int MAX_CHIPS = 8;

  private final List<Chip> chips = new ArrayList<>();
  private final Label more = new Label();
  private int packages;

  ChipStrip() {
    more.getStyleClass().addAll("chip", "text3");
    getChildren().add(more);
    getStyleClass().add("chip-strip");
  }

  void setPackages(List<PackageLabel> names) {
    packages = names.size();
    int shown = Math.min(packages, MAX_CHIPS);
    while (chips.size() < shown) {
      Chip chip = new Chip();
      chips.add(chip);
      getChildren().add(chip);
    }
    for (int i = 0; i < chips.size(); i++) {
      chips.get(i).setVisible(i < shown);
      if (i < shown) {
        chips.get(i).show(names.get(i));
      }
    }
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return more.prefHeight(-1);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double x = 0;
    int shown = 0;
    int candidates = Math.min(packages, MAX_CHIPS);
    while (shown < candidates) {
      double chip = snapSizeX(chips.get(shown).prefWidth(-1));
      boolean last = shown == packages - 1;
      double reserve = last ? 0 : GAP + moreWidth(packages - shown - 1);
      if (x + chip + reserve > width && shown > 0) {
        break;
      }
      place(chips.get(shown), x, Math.min(chip, Math.max(0, width - reserve)));
      x += Math.min(chip, Math.max(0, width - reserve)) + GAP;
      shown++;
    }
    for (int i = 0; i < chips.size(); i++) {
      chips.get(i).setVisible(i < shown);
    }
    more.setVisible(shown < packages);
    if (more.isVisible()) {
      place(more, x, moreWidth(packages - shown));
    }
  }

  private double moreWidth(int count) {
    more.setText("+" + count);
    return snapSizeX(more.prefWidth(-1));
  }

  private void place(Region chip, double x, double width) {
    double height = chip.prefHeight(-1);
    chip.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
  }

  /** A package's name and, fainter, its version. */
  private static final class Chip extends HBox {
    private final Label name = new Label();
    private final Label version = new Label();

    Chip() {
      getStyleClass().add("chip");
      name.getStyleClass().add("small");
      version.getStyleClass().addAll("small", "text3");
      version.setMinWidth(USE_PREF_SIZE);
      setSpacing(GAP);
      getChildren().addAll(name, version);
    }

    void show(PackageLabel shown) {
      name.setText(shown.name());
      version.setText(shown.version());
      boolean versioned = !shown.version().isEmpty();
      Nodes.show(version, versioned);
    }
  }
}
