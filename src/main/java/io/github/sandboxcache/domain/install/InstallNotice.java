package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.task.TaskNotice;
import java.util.List;

/** What an install has to say while it runs, or to warn of, as data. */
public sealed interface InstallNotice extends TaskNotice {
  /** The same packages are being installed in this process already; that is awaited. */
  record Shared() implements InstallNotice {}

  /** Another process installs the same packages; that is awaited. */
  record WaitingForOthers() implements InstallNotice {}

  /** The ledger cannot be written. */
  record NotCounted() implements InstallNotice {}

  /** On the network of the host the install reaches what listens on this machine alone. */
  record HostNetwork() implements InstallNotice {}

  /**
   * The sandbox refuses those names, so that its lookups never find the image.
   *
   * @param names as the user gave them; at least one
   */
  record NeverHit(List<String> names) implements InstallNotice {}

  /**
   * The image in the cache was made from another base image than asked for.
   *
   * @param reference the image
   * @param made the base image that it was made from; untrusted
   * @param wanted the base image that was asked for
   */
  record OtherBase(CacheReference reference, String made, String wanted) implements InstallNotice {}

  /** A recorded version is no longer available, so the newest of everything was installed. */
  record VersionsGone() implements InstallNotice {}

  /** The team's registry had the image, so that nothing was installed. */
  record FromRegistry(RemoteReference name) implements InstallNotice {}

  /** The team's registry was asked in vain, so that the install goes on. */
  record NotPulled(RegistryAddress registry, TransferProblem problem) implements InstallNotice {}

  /** The install failed. */
  record Failed(InstallProblem problem) implements InstallNotice {}

  /**
   * The container could not be removed.
   *
   * @param container its name
   * @param engineWords why, in the engine's words; untrusted
   */
  record ContainerLeft(String container, String engineWords) implements InstallNotice {}
}
