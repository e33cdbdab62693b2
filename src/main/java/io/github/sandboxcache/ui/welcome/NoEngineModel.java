package io.github.sandboxcache.ui.welcome;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was tried, and the countdown to the next try. Used on the window's thread alone. */
public final class NoEngineModel {
  /** Seconds between two tries. */
  static final int RETRY_SECONDS = 5;

  private final Runnable connect;
  private Instant triedAt = Instant.MIN;
  private final ReadOnlyObjectWrapper<List<EngineAttempt>> attempts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper(RETRY_SECONDS);
  private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();

  /**
   * A page without attempts yet.
   *
   * @param connect tries to connect in the background; {@link #failed} hears when that failed
   */
  public NoEngineModel(Runnable connect) {
    this.connect = connect;
  }

  /** What was tried last, in order. */
  public ReadOnlyObjectProperty<List<EngineAttempt>> attemptsProperty() {
    return attempts.getReadOnlyProperty();
  }

  /** Seconds until the next try. */
  public ReadOnlyIntegerProperty secondsLeftProperty() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** Whether it tries just now. */
  public ReadOnlyBooleanProperty tryingProperty() {
    return trying.getReadOnlyProperty();
  }

  /**
   * Takes the outcome of a failed try; the countdown begins anew. The same outcome again changes
   * nothing.
   *
   * @param at when it was tried, UTC
   */
  public void failed(List<EngineAttempt> tried, Instant at) {
    if (at.equals(triedAt)) {
      return;
    }
    triedAt = at;
    attempts.set(List.copyOf(tried));
    secondsLeft.set(RETRY_SECONDS);
    trying.set(false);
  }

  /** An engine was found: nothing is tried any more. */
  public void forget() {
    attempts.set(List.of());
    trying.set(false);
    secondsLeft.set(RETRY_SECONDS);
  }

  /** Tries now. While it tries already, this does nothing. */
  public void tryNow() {
    if (!trying.get()) {
      trying.set(true);
      connect.run();
    }
  }

  /** One second went by with the page in view. */
  public void tick() {
    if (trying.get()) {
      return;
    }
    secondsLeft.set(Math.max(0, secondsLeft.get() - 1));
    if (secondsLeft.get() == 0) {
      tryNow();
    }
  }

  /** Whether a place refused this user, so that the page explains how to be let in. */
  boolean notAllowed() {
    return attempts.get().stream().anyMatch(a -> a.failure() == EngineAttempt.Failure.NOT_ALLOWED);
  }
}
