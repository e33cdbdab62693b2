package io.github.sandboxcache.ui.base;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * How much of the window an area takes beside a divider, in pixels. What the user wants is kept
 * while the window has no room for it, and comes back with the room. FX thread only.
 */
public final class Split {
  private final double least;
  private final ReadOnlyDoubleWrapper wanted;
  private double room = Double.MAX_VALUE;

  /**
   * A split as at first.
   *
   * @param least what the area takes at first, and with less of which it would be cut
   */
  public Split(double least) {
    this.least = least;
    this.wanted = new ReadOnlyDoubleWrapper(least);
  }

  /** What the user wants, never less than the least. */
  public ReadOnlyDoubleProperty wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  /** Takes up what the user wanted in another session; what makes no sense is as at first. */
  public void restore(double size) {
    wanted.set(Double.isFinite(size) ? Math.max(least, size) : least);
  }

  /** Says what the window can spare for the area now. */
  public void setRoom(double pixels) {
    room = pixels;
  }

  /** The least the area takes. */
  public double least() {
    return least;
  }

  /** The most the area can take now; never below the least. */
  public double most() {
    return Math.max(least, room);
  }

  /** What the area takes now. */
  public double size() {
    return Math.min(wanted.get(), most());
  }

  /** Gives the area that size, or the nearest it can have now. */
  public void resize(double size) {
    wanted.set(Math.clamp(size, least, most()));
  }

  /** Makes the area larger, or smaller for a negative number, as far as that goes. */
  public void grow(double pixels) {
    resize(size() + pixels);
  }

  /** As at first. */
  public void reset() {
    wanted.set(least);
  }
}
