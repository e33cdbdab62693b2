package io.github.sandboxcache.removal;

import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.ContainerLife;
import io.github.sandboxcache.port.EngineContainer;
import io.github.sandboxcache.port.EngineDescription;
import io.github.sandboxcache.port.EngineEventListener;
import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.port.EngineRefusedException;
import io.github.sandboxcache.port.InstallRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine that will not remove one reference. */
record RefusingEngine(ContainerEngine real, String refused, String words)
    implements ContainerEngine {
  @Override
  public void removeReference(String reference) {
    if (reference.equals(refused)) {
      throw new EngineRefusedException(500, words);
    }
    real.removeReference(reference);
  }

  @Override
  public EngineDescription description() {
    return real.description();
  }

  @Override
  public List<EngineImage> images() {
    return real.images();
  }

  @Override
  public Optional<EngineImage> image(String referenceOrId) {
    return real.image(referenceOrId);
  }

  @Override
  public Map<String, Long> sharedBytes() {
    return real.sharedBytes();
  }

  @Override
  public List<EngineContainer> containers() {
    return real.containers();
  }

  @Override
  public Optional<ContainerLife> containerLife(String containerId) {
    return real.containerLife(containerId);
  }

  @Override
  public InstallRuntime installRuntime() {
    return real.installRuntime();
  }

  @Override
  public Subscription subscribe(EngineEventListener listener) {
    return real.subscribe(listener);
  }

  @Override
  public void close() {
    real.close();
  }
}
