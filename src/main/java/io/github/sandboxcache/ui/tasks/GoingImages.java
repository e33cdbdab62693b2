package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * The images that an announced removal is about to take, for as long as it has not ended. Used on
 * the window's thread alone.
 */
public final class GoingImages {
  private final List<RemovalPlan> plans = new ArrayList<>();
  private final ObservableSet<String> references = FXCollections.observableSet();

  // Held, because a view that nobody holds is collected together with its listeners.
  private final ObservableSet<String> view = FXCollections.unmodifiableObservableSet(references);

  /** Their references as the engine writes them. */
  public ObservableSet<String> references() {
    return view;
  }

  void announce(RemovalPlan plan) {
    plans.add(plan);
    references.addAll(of(plan));
  }

  void settle(RemovalPlan plan) {
    plans.remove(plan);
    Set<String> left = new HashSet<>();
    plans.forEach(other -> left.addAll(of(other)));
    references.retainAll(left);
  }

  private static List<String> of(RemovalPlan plan) {
    return plan.removals().stream().map(CachedImage::engineReference).toList();
  }
}
