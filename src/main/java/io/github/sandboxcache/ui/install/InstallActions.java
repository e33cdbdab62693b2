package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.ui.base.TaskItem;
import java.util.Optional;

/** What the Install dialog asks of the window around it. FX thread only. */
public interface InstallActions {
  /** Starts the install in the background; empty when the engine went away meanwhile. */
  Optional<TaskItem> start(InstallRequest request);

  /** Leads to that image in the table. */
  void showImage(CacheReference reference);

  /** Closes the dialog; a running task goes on. */
  void close();
}
