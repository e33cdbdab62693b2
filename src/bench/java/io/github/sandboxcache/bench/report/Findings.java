package io.github.sandboxcache.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Figures in the order in which they are found; each is printed at once. */
public final class Findings {
  private final List<Figure> figures = new ArrayList<>();

  /** Takes one. */
  public void add(Figure figure) {
    System.out.println(figure.line());
    figures.add(figure);
  }

  /** Takes several. */
  public void addAll(List<Figure> several) {
    several.forEach(this::add);
  }

  /** All of them. */
  public List<Figure> list() {
    return List.copyOf(figures);
  }
}
